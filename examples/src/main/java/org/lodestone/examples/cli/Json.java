package org.lodestone.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.lodestone.core.internal.text.Visible;

/** Writes JSON that people can read too, with the same line ends on every machine. */
final class Json {

    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTED));

    private Json() {}

    static String write(Object value) {
        try {
            return escaped(WRITER.writeValueAsString(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a command found cannot be written as JSON.", e);
        }
    }

    /** Characters that cannot be seen stand only in texts, where JSON has a way to write them. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            String one = String.valueOf((char) c);
            escaped.append(Visible.lines(one).equals(one) ? one : String.format(Locale.ROOT, "\\u%04x", c));
        });
        return escaped.toString();
    }
}
