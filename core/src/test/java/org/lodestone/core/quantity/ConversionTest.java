package org.lodestone.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final Unit REO = Unit.parse("t REO");
    private static final Unit NDPR = Unit.parse("t NdPr oxide");
    private static final ImmutableList<String> NO_SOURCE = ImmutableList.of();

    @Test
    void a_conversion_leads_from_one_basis_to_another() {
        // Mountain Pass: NdPr oxide is 15.7% of its rare-earth oxides (10-K FY2021)
        Conversion share =
                new Conversion("NdPr oxide in REO", REO, NDPR, new BigDecimal("0.157"), "10-K FY2021", NO_SOURCE);

        assertThat(share.apply(Quantity.parse("45 kt REO")).amount()).isEqualByComparingTo("7065");
        assertThat(share.apply(Quantity.parse("45 kt REO")).unit()).isEqualTo(NDPR);
    }

    @Test
    void a_conversion_needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion("NdPr oxide in REO", REO, NDPR, BigDecimal.ONE, " ", NO_SOURCE))
                .withMessage("The conversion NdPr oxide in REO needs a reason.");
    }

    @Test
    void between_scales_of_one_basis_no_assumption_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Conversion("kt", REO, Unit.parse("kt REO"), BigDecimal.TEN, "by definition", NO_SOURCE))
                .withMessage("'t REO' and 'kt REO' are on one basis. Use Quantity.in, which needs no assumption.");
    }
}
