package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.quota.QuotaSignal.Effect;
import org.lodestone.core.time.Period;

/** Signals of quotas that are not published, and what is told of those that cannot be. */
class QuotaSignalsTest {

    private static final String HEADER =
            "id,stages,year,signal,effect,holder,period,value,unit,product,edition,known_on,reason,sources";

    @TempDir
    private Path folder;

    private Reading read(String... signals) {
        String[] lines = new String[signals.length + 1];
        lines[0] = HEADER;
        System.arraycopy(signals, 0, lines, 1, signals.length);
        return TinyDataset.in(folder)
                .table(
                        "quotas",
                        "year,batch,stage,ore,holder,holder_kind,quota,unit,how,sources",
                        "2024,year,mining,all,all,total,270000,t REO,reported,usgs-2025",
                        "2024,year,mining,all,North,group,189000,t REO,reported,usgs-2025")
                .table(
                        "prices",
                        "product,period,price,unit,edition,sources",
                        "Neodymium oxide,2023,78,USD/kg,MCS2025,usgs-2025",
                        "Neodymium oxide,2024,56,USD/kg,MCS2025,usgs-2025",
                        "Neodymium oxide,2022,1000,CNY/kg,MCS2025,usgs-2025",
                        "Cerium oxide,2024,W,USD/kg,MCS2025,usgs-2025")
                .table("quota-signals", lines)
                .read();
    }

    @Test
    void a_plan_a_cap_and_a_price_are_read() {
        Dataset dataset = read(
                        "plan,mining,2025,holder's plan,at least,North,2025,195000,t REO,,,2025-05,Planned.,usgs-2025",
                        "cap,mining,2025,plan of the state,at most,,2025,300,kt REO,,,2024,Said.,usgs-2025",
                        "price,mining,2025,price,direction,,2024,,,Neodymium oxide,MCS2025,,It fell.,usgs-2025",
                        "batch,mining; separation,2025,first batch,announced,,,,,,,2025-07,Issued.,usgs-2025",
                        "view,mining,2025,view,none,,2025,8–10,%,,,2025-05,An opinion.,usgs-2025")
                .orElseThrow();

        assertThat(dataset.rows(DatasetTables.QUOTA_SIGNALS))
                .extracting(QuotaSignal::effect)
                .containsExactly(Effect.AT_LEAST, Effect.AT_MOST, Effect.DIRECTION, Effect.ANNOUNCED, Effect.NONE);
        QuotaSignal plan = dataset.rows(DatasetTables.QUOTA_SIGNALS).get(0);
        assertThat(plan.holder()).contains("North");
        assertThat(plan.knownOn()).isEqualTo(Period.parse("2025-05"));
        assertThat(plan).hasToString("plan, mining, 2025: at least, 195000 t REO");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,smelting,2025,plan,at most,,,1,t REO,,,2025,Why.,usgs-2025"
                        + " | stages: 'smelting' is not in stages.csv. Use one of: mining, separation.",
                "s,separation,2025,plan,at most,,,1,t REO,,,2025,Why.,usgs-2025"
                        + " | unit: quotas.csv has no quota of 'separation' that could be bounded. Add it, or write another stage.",
                "s,mining,2025,plan,at most,,,1,t gross,,,2025,Why.,usgs-2025"
                        + " | unit: 't gross' does not add to the 't REO' of the quota of 'mining' in quotas.csv:2."
                        + " Convert the value, and say how in the reason.",
                "s,mining,2025,plan,at most,,,not published,t REO,,,2025,Why.,usgs-2025"
                        + " | value is 'not published', and 'at most' needs a number. Write it, or the effect none with the reason.",
                "s,mining,2025,plan,at most,,,-5,t REO,,,2025,Why.,usgs-2025 | value: '-5'",
                "s,mining,2025,plan,at most,,,5,,,,2025,Why.,usgs-2025"
                        + " | value is '5' and unit ''. Write both, or leave both empty.",
                "s,mining,2025,plan,at most,,,5,t REO,,,soon,Why.,usgs-2025 | known_on: 'soon' is not a period.",
                "s,mining,2025,plan,at most,,,5,t REO,,,2025-02-30,Why.,usgs-2025 | known_on: '2025-02-30' is not a period",
                "s,mining,2025,plan,at most,,,5,t REO,,,,Why.,usgs-2025"
                        + " | known_on is empty, and no edition says when it came out. Write the day or the month",
                "s,mining,2025,plan,at most,North,,5,t REO,,,2025,Why.,usgs-2025"
                        + " | holder is 'North', and 'at most' is of all holders together. Leave it empty.",
                "s,mining,2025,plan,at least,Nort,,5,t REO,,,2025,Why.,usgs-2025 | holder: 'Nort'",
                "s,mining,2025,plan,perhaps,,,5,t REO,,,2025,Why.,usgs-2025 | effect: 'perhaps' is not allowed here.",
                "s,mining,2025,price,direction,,2024,28,%,Neodymium oxide,MCS2025,,Why.,usgs-2025"
                        + " | value is '28', which 'direction' does not read: the prices stand in prices.csv.",
                "s,mining,2025,price,direction,,2024,,,Neodymium,MCS2025,,Why.,usgs-2025"
                        + " | product: 'Neodymium' is no product of prices.csv. Use one of: Neodymium oxide, Cerium oxide.",
                "s,mining,2025,price,direction,,2025,,,Neodymium oxide,MCS2025,,Why.,usgs-2025"
                        + " | product: prices.csv has no price of 'Neodymium oxide' for 2025 in MCS2025."
                        + " A change needs one number above zero. Add it, or name another edition.",
                "s,mining,2025,price,direction,,2024,,,Cerium oxide,MCS2025,,Why.,usgs-2025"
                        + " | product: prices.csv has not one clear price of 'Cerium oxide' for 2024 in MCS2025.",
                "s,mining,2025,price,direction,,2023,,,Neodymium oxide,MCS2025,,Why.,usgs-2025"
                        + " | product: 'Neodymium oxide' is in 'USD/kg' for 2023 and in 'CNY/kg' for 2022, which are not compared.",
                "s,mining,2025,price,direction,,H1 2024,,,Neodymium oxide,MCS2025,,Why.,usgs-2025"
                        + " | product is 'Neodymium oxide' and period 'H1 2024'. A direction needs a product of prices.csv",
                "s,mining,2025,plan,none,,2024,,,Neodymium oxide,,2025,Why.,usgs-2025"
                        + " | product is 'Neodymium oxide', which only a direction reads. Leave it empty."
            })
    void a_signal_that_cannot_be_is_told_with_its_line_and_a_remedy(String signal, String told) {
        assertThat(read(signal).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("quota-signals.csv:2: ")
                        .contains(told));
    }

    @Test
    void a_floor_above_a_cap_is_told_and_both_stay() {
        Reading reading = read(
                "plan,mining,2025,plan,at least,,,301000,t REO,,,2025,Why.,usgs-2025",
                "cap,mining,2025,plan,at most,,,300,kt REO,,,2025,Why.,usgs-2025",
                "older,mining,2024,plan,at most,,,1,kt REO,,,2023,Why.,usgs-2025");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes())
                .singleElement()
                .hasToString(
                        "quota-signals.csv:2: value: '301000 t REO' is at least, and line 3 says at most"
                                + " '300 kt REO' for 2025: neither is used. Correct one, or write none as its effect, with the reason.");
        assertThat(reading.orElseThrow().rows(DatasetTables.QUOTA_SIGNALS)).hasSize(3);
    }
}
