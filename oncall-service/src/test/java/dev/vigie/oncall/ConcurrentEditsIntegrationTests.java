package dev.vigie.oncall;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ConcurrentEditsIntegrationTests {

	private static final int ROUNDS = 20;

	@Autowired
	private MockMvcTester http;

	private Manager manager;

	@BeforeEach
	void adaAndBob() {
		this.manager = new Manager(this.http);
		this.manager.put("people/ada", Documents.ADA);
		this.manager.put("people/bob", Documents.BOB);
	}

	@Test
	void createADocumentOnce() throws Exception {
		for (int i = 0; i < ROUNDS; i++) {
			String path = "teams/team-" + i;
			Callable<Integer> put = () -> this.manager.put(path, Documents.TEAM).getResponse().getStatus();
			assertThat(together(List.of(put, put, put))).containsExactlyInAnyOrder(201, 200, 200);
		}
	}

	@Test
	void neverLeaveAReferenceToNobody() throws Exception {
		for (int i = 0; i < ROUNDS; i++) {
			this.manager.put("people/bob", Documents.BOB);
			List<Integer> statuses = together(
					List.of(() -> this.manager.put("schedules/main", Documents.SCHEDULE).getResponse().getStatus(),
							() -> this.manager.delete("people/bob").getResponse().getStatus()));
			// Either the schedule came first and holds bob, or bob was gone and it is
			// refused.
			assertThat(statuses).isIn(List.of(201, 409), List.of(400, 204));
			this.manager.delete("schedules/main");
		}
	}

	private static List<Integer> together(List<Callable<Integer>> requests)
			throws InterruptedException, ExecutionException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Stream.Builder<Integer> statuses = Stream.builder();
			for (Future<Integer> answer : threads.invokeAll(requests)) {
				statuses.add(answer.get());
			}
			return statuses.build().toList();
		}
	}

}
