package org.lodestone.excel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.pack.ResearchPack;

/** The pack of gallium, of which one part is changed. */
public final class PackFuzz {

    private static final Scratch SCRATCH = new Scratch();
    private static final Zip PACK = Zip.of(pack());

    private PackFuzz() {}

    private static Path pack() {
        Path file = SCRATCH.path().resolve("pack.xlsx");
        try {
            Workbooks.write(
                    ResearchPack.of(Datasets.read(Path.of("../examples/data/gallium"))
                                    .orElseThrow())
                            .report(),
                    file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Workbooks.read(SCRATCH.write("changed.xlsx", PACK.changed(new Changes(data))));
        } catch (IOException e) {
            // what a pack that is none is refused with
        }
    }
}
