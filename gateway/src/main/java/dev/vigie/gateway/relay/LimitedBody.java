package dev.vigie.gateway.relay;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Lets a body through as it comes, up to a limit, without ever holding it.
 */
final class LimitedBody extends ServletInputStream {

	/**
	 * The request attribute that tells a body that was too large from one that broke off.
	 */
	static final String EXCEEDED = LimitedBody.class.getName() + ".exceeded";

	private final HttpServletRequest request;

	private final ServletInputStream body;

	private long left;

	LimitedBody(HttpServletRequest request, long limit) throws IOException {
		this.request = request;
		this.body = request.getInputStream();
		this.left = limit;
	}

	@Override
	public int read() throws IOException {
		int value = this.body.read();
		if (value >= 0) {
			count(1);
		}
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = this.body.read(buffer, offset, length);
		if (count > 0) {
			count(count);
		}
		return count;
	}

	private void count(int bytes) throws IOException {
		this.left -= bytes;
		if (this.left < 0) {
			this.request.setAttribute(EXCEEDED, true);
			throw new IOException("The body is larger than this path takes");
		}
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

}
