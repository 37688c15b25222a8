package org.lodestone.core.quota;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HolderTest {

    @Test
    void all_holders_together_are_the_total_and_nobody_else_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holder(Holder.Kind.GROUP, "all"))
                .withMessage("'all' of kind group is no holder. The holder 'all' is of kind total, and every other of"
                        + " another kind.");
    }
}
