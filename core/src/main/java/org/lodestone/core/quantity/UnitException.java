package org.lodestone.core.quantity;

/** A unit is none, or amounts in two units or on two bases were taken together. */
public final class UnitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Takes a message that names both units and the remedy. */
    public UnitException(String message) {
        super(message);
    }

    /** The same, with what found it out. */
    public UnitException(String message, Throwable cause) {
        super(message, cause);
    }
}
