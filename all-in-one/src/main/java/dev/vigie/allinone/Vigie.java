package dev.vigie.allinone;

/**
 * The command line.
 */
public final class Vigie {

	private Vigie() {
	}

	static void main(String[] args) {
	}

}
