package org.lodestone.core.dataset;

/** What a row says, and the line it stands in, for what can be judged only once other tables are read. */
record Lined<T>(T row, int line) {}
