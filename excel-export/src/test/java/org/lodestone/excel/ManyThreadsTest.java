package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/** Many threads of a host write packs at once. */
@Order(1)
class ManyThreadsTest {

    @TempDir
    private static Path folder;

    private static byte[] written(Supplier<Report> report) {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        try {
            Workbooks.write(report.get(), pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pack.toByteArray();
    }

    @Test
    void eight_at_once_are_the_same_bytes_as_one_by_one_and_leave_no_thread() throws Exception {
        // of which nothing is worked out yet
        Dataset lithium = Datasets.read(Path.of("../examples/data/lithium")).orElseThrow();
        Report gallium = Bundled.pack("gallium").report();
        Dataset cobalt = Bundled.dataset("cobalt");
        Supplier<Report> ofCobalt = () -> ResearchPack.of(cobalt).report();
        Supplier<Report> ofLithium = () ->
                ResearchPack.of(lithium).withSheets(ResearchPack.Sheets.ALL).report();
        byte[] galliumAlone = written(() -> gallium);
        byte[] cobaltAlone = written(ofCobalt);

        // all threads take one dataset or one report, which they analyse or write at the same time
        ThreadGroup hosts = new ThreadGroup("hosts"); // a thread belongs to the group of the one that starts it
        List<FutureTask<byte[]>> packs = Stream.of(
                        ofLithium, ofCobalt, () -> gallium, ofCobalt, ofLithium, () -> gallium, ofCobalt, () -> gallium)
                .map(report -> new FutureTask<>(() -> written(report)))
                .toList();
        packs.forEach(pack -> new Thread(hosts, pack).start());

        byte[] lithiumAlone = Files.readAllBytes(Bundled.pack("lithium").file());
        for (int i : List.of(0, 4)) {
            assertThat(packs.get(i).get()).isEqualTo(lithiumAlone);
        }
        for (int i : List.of(1, 3, 6)) {
            assertThat(packs.get(i).get()).isEqualTo(cobaltAlone);
        }
        for (int i : List.of(2, 5, 7)) {
            assertThat(packs.get(i).get()).isEqualTo(galliumAlone);
        }
        assertThat(left(hosts)).isZero();
    }

    @Test
    void notes_are_written_and_packs_read_by_several_at_once_as_by_one() throws Exception {
        ResearchNote note = Bundled.note("gallium");
        Path pack = Bundled.pack("gallium").file();
        List<Callable<Object>> work =
                List.of(() -> note(note, ".docx"), () -> note(note, ".html"), () -> PackReader.read(pack));
        List<Object> oneByOne = new ArrayList<>();
        for (Callable<Object> one : work) {
            oneByOne.add(one.call());
        }

        List<FutureTask<Object>> atOnce = Stream.of(work, work, work)
                .flatMap(List::stream)
                .map(FutureTask::new)
                .toList();
        atOnce.forEach(one -> new Thread(one).start());

        for (int i = 0; i < atOnce.size(); i++) {
            assertThat(atOnce.get(i).get()).isEqualTo(oneByOne.get(i % work.size()));
        }
    }

    private static Object note(ResearchNote note, String ending) throws IOException {
        Path file = Files.createTempFile(folder, "note", ending);
        ResearchNotes.write(note, Theme.STANDARD, file);
        return Files.readAllBytes(file);
    }

    @Test
    void one_that_is_interrupted_stops_says_so_and_leaves_no_thread() throws Exception {
        Report gallium = Bundled.pack("gallium").report();
        ThreadGroup hosts = new ThreadGroup("hosts");
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> written(() -> gallium))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("The work on a document was interrupted.");
            return Thread.currentThread().isInterrupted();
        });

        new Thread(hosts, interrupted).start();

        assertThat(interrupted.get()).isTrue();
        assertThat(left(hosts)).isZero();
    }

    /** The threads of a group that are there a while after all is done. */
    private static int left(ThreadGroup group) {
        for (int tries = 0; tries < 100 && group.activeCount() > 0; tries++) {
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(50));
        }
        return group.activeCount();
    }
}
