package org.lodestone.core.table;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.ProcessorTime.assertAtMost;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodedWordsTest {

    @Test
    void a_word_has_one_code_however_many_there_are() {
        CodedWords words = new CodedWords();
        Map<String, Integer> expected = new HashMap<>();
        Random random = new Random(20261126);
        for (int i = 0; i < 100_000; i++) {
            String word = Integer.toString(random.nextInt(30_000), 36);
            int code = words.code(word);
            assertThat(code).isEqualTo(expected.computeIfAbsent(word, w -> expected.size()));
            assertThat(words.word(code)).isEqualTo(word);
        }
        assertThat(words.size()).isEqualTo(expected.size());
        assertThat(words.list()).hasSize(words.size()).doesNotHaveDuplicates();
    }

    @Test
    void the_empty_word_is_one() {
        CodedWords words = new CodedWords();
        assertThat(words.code("")).isZero();
        assertThat(words.code("a")).isEqualTo(1);
        assertThat(words.code("")).isZero();
    }

    @Test
    void words_that_java_hashes_alike_are_told_apart_without_going_through_all_of_them() {
        // "Aa" and "BB" have one hash code, and so has every row of sixteen of them
        List<String> words = IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(joining()))
                .toList();

        assertAtMost(Duration.ofSeconds(2), () -> {
            CodedWords codes = new CodedWords();
            words.forEach(codes::code);
            assertThat(codes.size()).isEqualTo(1 << 16);
        });
    }
}
