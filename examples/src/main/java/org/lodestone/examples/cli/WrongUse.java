package org.lodestone.examples.cli;

import java.util.function.Supplier;

/** A command was asked for something it cannot do. The message says so in a line, with the likely remedy. */
class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }

    WrongUse(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The result of what somebody asks for. Where the library refuses it, the command was used wrongly.
     *
     * @param where what was asked for, before the words of the library: {@code --set: }
     */
    static <T> T unlessRefused(String where, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException e) {
            throw new WrongUse(where + e.getMessage(), e);
        }
    }
}
