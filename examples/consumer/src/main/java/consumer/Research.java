package consumer;

import java.io.IOException;
import java.nio.file.Path;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.pack.ResearchPack;

/** What a user does with Lodestone, each thing in a few lines. */
public final class Research {

    private Research() {}

    public static void main(String[] args) throws IOException {
        Dataset dataset = Datasets.open("rare-earths");
        System.out.println(dataset);
        Workbooks.write(ResearchPack.of(dataset).report(), dataset.gathered().last(), Path.of(args[0]));
    }
}
