import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A mail server that takes everything at once and keeps nothing. Alone:
 * {@code java Sink.java PORT}.
 */
public class Sink {

	private final ServerSocket socket;

	private final Consumer<String> subjects;

	/**
	 * @param port 0 for a free one
	 * @param subjects hears the subject of each mail as it is taken
	 */
	Sink(int port, Consumer<String> subjects) {
		try {
			this.socket = new ServerSocket(port, 500, InetAddress.getLoopbackAddress());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.subjects = subjects;
		Thread.ofPlatform().daemon().start(this::listen);
	}

	public static void main(String[] arguments) throws Exception {
		new Sink(Integer.parseInt(arguments[0]), (_) -> {
		});
		Thread.currentThread().join();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void listen() {
		while (true) {
			try {
				Socket client = this.socket.accept();
				client.setTcpNoDelay(true);
				Thread.ofVirtual().start(() -> serve(client));
			}
			catch (IOException failure) {
				throw new UncheckedIOException(failure);
			}
		}
	}

	private void serve(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
				OutputStream out = client.getOutputStream()) {
			say(out, "220 sink");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String command = line.toUpperCase(Locale.ROOT);
				if (command.startsWith("DATA")) {
					say(out, "354 go on");
					String subject = subject(in);
					this.subjects.accept(subject);
					say(out, "250 taken");
				}
				else if (command.startsWith("QUIT")) {
					say(out, "221 bye");
					return;
				}
				else {
					say(out, "250 ok");
				}
			}
		}
		catch (IOException _) {
			// who hangs up has been served
		}
	}

	private static String subject(BufferedReader in) throws IOException {
		String subject = "";
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			if (line.startsWith("Subject: ")) {
				subject = line;
			}
		}
		return subject;
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

}
