package org.lodestone.excel;

/** What a cell is. Its colours, font and alignment follow from this and from nothing else. */
enum Face {
    TITLE,
    SUBTITLE,
    HEADING,
    HEADER,
    /** Over names. */
    HEADER_TEXT,
    /** Over words beside other columns. */
    HEADER_WORDS,
    LABEL,
    WORDS,
    PROSE,
    NOTE,
    LINK,
    /** Blue: a figure, an assumption or a definition that a reader may overwrite. */
    INPUT,
    /** Black: worked out here. */
    CALCULATION,
    /** Green: repeats a value of another sheet. */
    OTHER_SHEET,
    /** Brown, slanted: Java's value. */
    COMPUTED,
    KEY_FIGURE,
    KEY_LABEL,
    /** Blue in a frame: a name that a reader picks from a list. */
    CHOICE,
    CHOICE_LABEL,
    CHOICE_REMARK,
    /** A word or figure of a long table, as it was read: one line, and nothing that changes when it is overwritten. */
    LISTED,
    BLANK
}
