package org.lodestone.excel.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes what a fuzzer starts from: changes at random, of which it keeps those that get somewhere. */
public final class Seeds {

    private static final int COUNT = 100;
    private static final int LONGEST = 100;

    private Seeds() {}

    /** Writes them into the folder that is named. */
    public static void main(String... folder) throws IOException {
        Path path = Files.createDirectories(Path.of(folder[0]));
        Random random = new Random(20261126);
        for (int i = 0; i < COUNT; i++) {
            byte[] seed = new byte[random.nextInt(LONGEST)];
            random.nextBytes(seed);
            Files.write(path.resolve("seed" + i), seed);
        }
    }
}
