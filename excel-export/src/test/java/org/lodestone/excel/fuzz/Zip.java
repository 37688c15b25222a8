package org.lodestone.excel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook by name. */
record Zip(ImmutableMap<String, byte[]> parts) {

    static Zip of(Path file) {
        ImmutableMap.Builder<String, byte[]> parts = ImmutableMap.builder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : zip.stream().toList()) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(parts.buildOrThrow());
    }

    /** With changes to one of its parts, or to two. */
    byte[] changed(Changes changes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        for (int left = 1 + changes.below(2); left > 0; left--) {
            String part = changes.oneOf(parts.keySet().asList());
            changed.put(part, changes.encoded(changes.in(new String(parts.get(part), UTF_8))));
        }
        return zipped(changed);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
