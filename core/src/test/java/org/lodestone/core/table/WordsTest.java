package org.lodestone.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_word_has_one_code_however_many_there_are() {
        Words words = new Words();
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
        Words words = new Words();
        assertThat(words.code("")).isZero();
        assertThat(words.code("a")).isEqualTo(1);
        assertThat(words.code("")).isZero();
    }
}
