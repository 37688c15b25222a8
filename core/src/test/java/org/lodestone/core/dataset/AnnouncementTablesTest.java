package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.market.Announcement.Timing;
import org.lodestone.core.time.Period;

/** Announcements with the closes around them: what a row may say, and what is refused with its line and a remedy. */
class AnnouncementTablesTest {

    private static final String HEADER =
            "event,company,kind,announced,timing,day,unit,close_before,close,close_next,close_fifth,market_pct,"
                    + "market_next_pct,market_fifth_pct,index,note,sources,reliability";
    private static final String SOUND =
            "batch 1,600111.SH,quota,2024-02-06,,2024-02-06,CNY,15.81,17.39,18.92,18.4,2.54,-0.54,12.81,,,usgs-2025,read";

    @TempDir
    private Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void company() {
        tiny = TinyDataset.in(folder)
                .table(
                        "companies",
                        "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                        "600111.SH,China Northern,,XSHG,600111,China,separation,,CNY,12-31,,,usgs-2025");
    }

    private List<String> problems(String... rows) {
        tiny.table(
                "announcements",
                Stream.concat(Stream.of(HEADER), Stream.of(rows)).toArray(String[]::new));
        return tiny.problems();
    }

    @Test
    void a_row_has_what_a_share_closed_at_and_one_without_a_day_has_no_number() {
        assertThat(problems(
                        SOUND,
                        "batch 3,600111.SH,quota,2023-12-15,after the close,2023-12-18,CNY,18.88,18.29,,,-1.42,,,,,usgs-2025,read",
                        "batch 0,600111.SH,quota,,,,,,,,,,,,,Day not read,usgs-2025,read"))
                .isEmpty();
        assertThat(tiny.dataset().rows(DatasetTables.ANNOUNCEMENTS))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.closeFifth().orElseThrow()).isEqualByComparingTo("18.4");
                            assertThat(first.timing()).isEqualTo(Timing.IN_TIME);
                        },
                        late -> {
                            assertThat(late.timing()).isEqualTo(Timing.AFTER_THE_CLOSE);
                            assertThat(late.day()).isEqualTo(Period.parse("2023-12-18"));
                            assertThat(late.closeNext()).isEmpty();
                        },
                        undated -> assertThat(undated.isCounted()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-06,,2024-02-06,CNY,15.81,17.39|2024-02-06,,2024-02-06,CNY,15.81,"
                        + "|day is '2024-02-06', and it has no price: close_before or close is empty. Fill in both, or leave day empty.",
                "15.81,17.39|15.81,0|close is '0': a share costs more than nothing. Look the close up again.",
                "15.81,17.39|-15.81,17.39|close_before is '-15.81': a share costs more than nothing. Look the close up again.",
                ",12.81,|,-100,|market_fifth_pct is '-100'%: a market loses less than all. Write −1.5% as -1.5.",
                "2024-02-06,,2024-02-06|2024-02-06,,2024-02-05"
                        + "|day is '2024-02-05', before it was announced on 2024-02-06. Write the first trading day from then on.",
                "2024-02-06,,2024-02-06|2024-02-06,after the close,2024-02-06"
                        + "|day is '2024-02-06', on which it came after the close. Write the next trading day, with its closes.",
                "2024-02-06,,2024-02-06|2024-02,,2024-02-06"
                        + "|announced is '2024-02', which is no day. Write one, such as 2023-12-18, or leave it empty.",
                "2024-02-06,,2024-02-06|,,2024-02-06"
                        + "|day is '2024-02-06', and announced is empty. Write when it was announced, or leave day empty.",
                "2024-02-06,,2024-02-06|2024-02-06,,"
                        + "|day is empty, and there are prices. Write the first trading day, or leave them out.",
                "CNY,|,|unit is empty, and there are closes. Write their currency, such as CNY.",
            })
    void what_cannot_be_is_refused_with_its_line_and_a_remedy(String sound, String odd, String message) {
        assertThat(problems(SOUND.replace(sound, odd))).containsExactly("announcements.csv:2: " + message);
    }

    @Test
    void a_day_that_is_no_date_and_a_share_that_is_not_among_the_companies() {
        assertThat(problems(SOUND.replace(",2024-02-06,,2024-02-06", ",2024-02-30,,2024-02-06")))
                .singleElement()
                .asString()
                .startsWith("announcements.csv:2: announced: '2024-02-30' is not a period");
        assertThat(problems(SOUND.replace("600111.SH", "600112.SH")))
                .containsExactly("announcements.csv:2: company: '600112.SH' is not in companies.csv. Did you mean"
                        + " '600111.SH'?");
    }

    @Test
    void an_event_is_of_one_kind_and_was_announced_once() {
        tiny.table(
                "companies",
                "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                "600111.SH,China Northern,,XSHG,600111,China,separation,,CNY,12-31,,,usgs-2025",
                "000831.SZ,China Rare Earth,,XSHE,000831,China,mining,,CNY,12-31,,,usgs-2025");
        assertThat(problems(SOUND, SOUND.replace("600111.SH,quota", "000831.SZ,policy")))
                .containsExactly("announcements.csv:3: kind: 'batch 1' is 'policy' here and 'quota' in line 2."
                        + " Write the same in both, or give one another name.");
    }

    @Test
    void an_event_was_announced_at_one_time() {
        tiny.table(
                "companies",
                "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                "600111.SH,China Northern,,XSHG,600111,China,separation,,CNY,12-31,,,usgs-2025",
                "000831.SZ,China Rare Earth,,XSHE,000831,China,mining,,CNY,12-31,,,usgs-2025");
        String other = SOUND.replace("600111.SH", "000831.SZ");
        assertThat(problems(SOUND, other.replace(",2024-02-06,,2024-02-06", ",2024-02-05,,2024-02-06")))
                .singleElement()
                .asString()
                .startsWith(
                        "announcements.csv:3: announced: 'batch 1' is '2024-02-05' here and '2024-02-06' in line 2.");
        assertThat(problems(SOUND, other.replace(",2024-02-06,,2024-02-06", ",2024-02-06,after the close,2024-02-07")))
                .singleElement()
                .asString()
                .startsWith(
                        "announcements.csv:3: timing: 'batch 1' is 'after the close' here and 'in time' in line 2.");
    }

    @Test
    void a_day_without_a_daily_close_is_told_with_the_next_that_has_one() {
        tiny.table(
                "daily-prices",
                "of,day,close,unit,note,sources,reliability",
                "600111.SH,2025-04-03,22.89,CNY,,usgs-2025,read",
                "600111.SH,2025-04-07,22.77,CNY,,usgs-2025,read",
                "CSI 300,2025-04-07,3589.44,[points],,usgs-2025,read");
        String holiday = "control,600111.SH,policy,2025-04-04,,2025-04-04,,,,,,,,,CSI 300,,usgs-2025,read";
        assertThat(problems(holiday))
                .containsExactly("announcements.csv:2: day is '2025-04-04', on which '600111.SH' has no close in"
                        + " daily-prices.csv. The next day with one is 2025-04-07: write that, or add the close.");
        String next = holiday.replace(",,2025-04-04", ",,2025-04-07");
        assertThat(problems(next)).isEmpty();
        assertThat(problems(next.replace("CSI 300", "CSI 500")))
                .containsExactly("announcements.csv:2: day is '2025-04-07', on which 'CSI 500' has no close in"
                        + " daily-prices.csv. Add it there.");
        assertThat(problems(next.replace("2025-04-07,,", "2025-04-07,CNY,22.89")))
                .containsExactly("announcements.csv:2: index is 'CSI 300', and closes or returns stand beside it:"
                        + " daily-prices has them. Leave them out here.");
    }

    @Test
    void a_daily_close_is_of_a_day_and_above_zero() {
        tiny.table(
                "daily-prices",
                "of,day,close,unit,note,sources,reliability",
                "600111.SH,2025-04,22.89,CNY,,usgs-2025,read",
                "600111.SH,2025-04-07,0,CNY,,usgs-2025,read");
        assertThat(problems(SOUND))
                .containsExactly(
                        "daily-prices.csv:2: day is '2025-04', which is no day. Write one, such as 2023-12-18.",
                        "daily-prices.csv:3: close is '0': it must be above zero. Leave the row out where there was no trade.");
    }
}
