package org.lodestone.excel;

/** The kind of a cell. Its colours, font and alignment follow from this and from nothing else. */
enum Face {
    /** The bar over a sheet. */
    BAR,
    /** The words over a title: house, part, sheet. */
    EYEBROW,
    /** At the edge of the head. */
    ASIDE,
    TITLE,
    STANDFIRST,
    HEADING,
    /** The finding of an exhibit. */
    FINDING,
    /** An exhibit's number, unit and basis. */
    CAPTION,
    HEADER,
    /** Over names and words. */
    HEADER_TEXT,
    /** Over signs. */
    HEADER_SYMBOL,
    LABEL,
    /** The unit of a row, which stands back. */
    UNIT,
    WORDS,
    /** Words in a table that stand out. */
    STRONG_WORDS,
    /** Words in a table that stand back. */
    QUIET_WORDS,
    PROSE,
    STRONG,
    /** Sources, notes, small print. */
    NOTE,
    SYMBOL,
    LINK,
    /** The name of a sheet, which leads there. */
    WAY,
    /** Blue: a figure, an assumption or a definition that a reader may overwrite. */
    INPUT,
    /** Blue on yellow: where the sheet to change the pack takes a value. */
    LEVER,
    /** Black: worked out here. */
    CALCULATION,
    /** Green: repeats a value of another sheet. */
    OTHER_SHEET,
    /** Brown: simulated or solved for. */
    COMPUTED,
    CARD_LABEL,
    CARD_FIGURE,
    CARD_REMARK,
    /** Blue on yellow in a frame: a name that a reader picks from a list. */
    CHOICE,
    CHOICE_LABEL,
    CHOICE_REMARK,
    /** A word or figure of a long table, as it was read: one line, and nothing that changes when it is overwritten. */
    LISTED,
    BLANK;

    /** Whether it stands in a row of a table, with a hairline under it. */
    boolean isInTable() {
        return switch (this) {
            case LABEL,
                    UNIT,
                    WORDS,
                    STRONG_WORDS,
                    QUIET_WORDS,
                    SYMBOL,
                    LINK,
                    INPUT,
                    LEVER,
                    CALCULATION,
                    OTHER_SHEET,
                    COMPUTED,
                    LISTED,
                    BLANK -> true;
            default -> false;
        };
    }
}
