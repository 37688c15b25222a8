package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.base.Strings;
import com.google.common.collect.Maps;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process that writes until it is killed, and how one is started. */
final class WritingProcess {

    /** Large enough that it is in the middle of a write most of the time. */
    private static final int BYTES = 4 << 20;

    private WritingProcess() {}

    /**
     * Writes a file whose bytes are all the same letter, over and over; once, to say why it cannot be written; or a folder of
     * such files.
     */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[1]);
        String letters = arguments[2];
        switch (arguments[0]) {
            case "file" -> {
                for (int i = 0; ; i++) {
                    SafeFiles.write(path, content(letters.charAt(i % letters.length()), BYTES));
                }
            }
            case "folder" -> {
                for (int i = 0; ; i++) {
                    replace(path, letters.charAt(i % letters.length()));
                }
            }
            default -> once(path, letters.charAt(0));
        }
    }

    private static void once(Path path, char letter) {
        try {
            SafeFiles.write(path, content(letter, BYTES));
        } catch (IOException e) {
            System.out.print(e.getMessage());
        }
    }

    /** Replaces all tables of a folder; of every other kind of letter there are fewer. */
    static void replace(Path folder, char letter) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < tables(letter); i++) {
            files.put(i + ".csv", content(letter, 10_000));
        }
        try (FolderTurn turn = FolderTurn.of(folder)) {
            turn.replace(Maps.transformValues(files, ByteSource::wrap), name -> name.endsWith(".csv"));
        }
    }

    static int tables(int letter) {
        return letter % 2 == 0 ? 10 : 7;
    }

    static byte[] content(char letter, int bytes) {
        return Strings.repeat(String.valueOf(letter), bytes).getBytes(US_ASCII);
    }

    /** Whether a file is one that this process writes, and is whole. */
    static boolean isWhole(Path file, String letters) throws IOException {
        byte[] found = MoreFiles.asByteSource(file).read();
        return found.length == BYTES && letters.chars().anyMatch(letter -> isOnly(found, letter));
    }

    static boolean isOnly(byte[] content, int letter) {
        for (byte one : content) {
            if (one != letter) {
                return false;
            }
        }
        return true;
    }

    /** Starts it; words before {@code java} are of a shell. */
    static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    }

    static List<String> command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                WritingProcess.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
