package org.lodestone.core.table;

/** A table cannot be read any further. The message names the file and the place in it, what is there, and the remedy. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    /** With a reason that reads on after the place: {@code is empty. Write a header and rows.} */
    public TableException(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    public TableException(String place, String reason, Throwable cause) {
        super(place + ": " + reason, cause);
        this.place = place;
        this.reason = reason;
    }

    /** Where it happened: {@code companies.csv:14}, {@code book.xlsx, Sheet1!B14}, or only the file. */
    public String place() {
        return place;
    }

    /** What is wrong there, and what to do about it. */
    public String reason() {
        return reason;
    }
}
