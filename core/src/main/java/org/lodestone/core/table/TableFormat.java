package org.lodestone.core.table;

import java.nio.file.Path;
import org.lodestone.core.problem.DataException;

/** A kind of file that holds tables. */
public interface TableFormat {

    /** Whether a file that starts with these bytes, at most 16, is of this kind or meant to be. */
    boolean recognises(byte[] start);

    /** Starts to read a table; throws a {@link DataException} where the file is not what it should be. */
    TextRows open(Path file, TableOptions options);
}
