package org.lodestone.examples.cli;

/** A command was asked for something it cannot do. The message says so in a line, with the likely remedy. */
class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }

    WrongUse(String message, Throwable cause) {
        super(message, cause);
    }
}
