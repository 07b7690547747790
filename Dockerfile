# One image for each of the six programs: docker build --build-arg SERVICE=gateway -t vigie/gateway .
# Both images can be replaced by local ones; the second needs Java 25 or later, and bash for the health check.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

# Builds all programs at once, so that the six images share this stage.
FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY . .
RUN ./build -q package -Dmaven.test.skip=true -pl '!all-in-one'

FROM build AS layers
ARG SERVICE
RUN cp "${SERVICE:?names the program}"/target/*-exec.jar /program.jar \
	&& java -Djarmode=tools -jar /program.jar extract --layers --destination /layers

FROM ${RUN_IMAGE}
WORKDIR /vigie
# What changes rarely comes first.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
ENV SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=240s --retries=6 CMD ["bash", "-c", \
	"exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
# exec form: the program gets the signals and stops in order.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-jar", "program.jar"]
