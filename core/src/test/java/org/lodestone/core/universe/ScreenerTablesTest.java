package org.lodestone.core.universe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.problem.Problem;

/**
 * Tables of companies in the forms in which screeners print them, of companies that are made up. The file that describes a table
 * names its columns and says nothing of how their numbers are written.
 */
class ScreenerTablesTest {

    private static final double NONE = Double.NaN;

    @TempDir
    private Path folder;

    /** A table whose columns of numbers are those named, with the first for ids and the second for names. */
    private UniverseReading read(String delimiter, String table, String... numbers) {
        try {
            Files.writeString(folder.resolve("table.csv"), table);
            String header = table.lines().findFirst().orElseThrow();
            String[] columns = header.split(delimiter.equals("\t") ? "\t" : delimiter);
            return UniverseReader.read(Files.writeString(folder.resolve("mine.json"), """
                    {"universe": "table.csv", "delimiter": "%s", "id": "%s", "name": "%s", "numbers": {%s}}
                    """.formatted(
                            delimiter.replace("\t", "\\t"),
                            columns[0],
                            columns[1],
                            Stream.of(numbers)
                                    .map(name -> "\"" + name + "\": \"" + name + "\"")
                                    .collect(joining(", ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Universe all(UniverseReading reading) {
        return reading.withoutBrokenRows().universe().orElseThrow();
    }

    @Test
    void a_table_with_letters_for_sizes_percent_signs_and_dashes() {
        UniverseReading reading = read(",", """
                Ticker,Company,Market Cap,P/E,EPS,Dividend,ROA,Volume,Price
                ALFA,Alfa Mining,2.91B,14.20,2.03,1.20%,-3.10%,"1,204,330",28.83
                BRVO,Bravo Metals,812.50M,-,-0.41,-,12.40%,"88,120",5.02
                CHRL,Charlie Oxides,64.07K,31.9,0.07,0.50%,0,950,2.23
                DELT,Delta Rare,1.07T,9.75,11.3,3.30%,4.4,"9,300,001",110.2
                ECHO,Echo Magnets,950,7.1,1.1,0,6.10%,12,7.81
                """, "Market Cap", "P/E", "EPS", "Dividend", "ROA", "Volume", "Price");

        Universe universe = all(reading);
        assertThat(universe.numbers("Market Cap")).containsExactly(2.91e9, 812.5e6, 64_070, 1.07e12, 950);
        assertThat(universe.numbers("P/E")).containsExactly(14.2, NONE, 31.9, 9.75, 7.1);
        assertThat(universe.numbers("Dividend")).containsExactly(1.2, NONE, 0.5, 3.3, 0);
        assertThat(universe.numbers("ROA")).containsExactly(-3.1, 12.4, 0, NONE, 6.1);
        assertThat(universe.numbers("Volume")).containsExactly(1_204_330, 88_120, 950, 9_300_001, 12);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "table.csv:5: ROA: '4.4' may be 4.4% or 440%: most numbers of the column have a %."
                                + " Write it as they are, or, if all are meant alike, say \"written\": [\"percent\"] of the column.");
        assertThat(reading.notes())
                .containsExactly(
                        "Column 'Market Cap': 4 numbers with K, M, B or T, read as thousands, millions, billions and trillions.",
                        "Column 'Dividend': 3 numbers with %, read in percent (12.5% as 12.5).",
                        "Column 'ROA': 3 numbers with %, read in percent (12.5% as 12.5).",
                        "1 cell is not known for a problem: line 5, ROA: '4.4' may be 4.4% or 440%: most numbers of the"
                                + " column have a %. Write it as they are, or, if all are meant alike, say \"written\":"
                                + " [\"percent\"] of the column.");
    }

    @Test
    void a_table_of_quotes_with_signs_of_a_currency_losses_in_brackets_and_one_size() {
        UniverseReading reading = read(",", """
                Symbol,Name,Last Price,Change,% Change,Market Cap,EPS (TTM)
                ALFA,Alfa Mining,$28.83,+0.41,+1.44%,2.910B,4.2
                BRVO,Bravo Metals,5.02,-0.11,-2.14%,0.812B,(3.1)
                CHRL,Charlie Oxides,$2.23,0.00,0.00%,0.640B,2e-06
                DELT,Delta Rare,"$1,110.20",+3.02,+0.27%,107.300B, 1.5
                ECHO,Echo Magnets,€7.81,oops,--,0.091B,N/A
                """, "Last Price", "Change", "% Change", "Market Cap", "EPS (TTM)");

        Universe universe = all(reading);
        assertThat(universe.numbers("Last Price")).containsExactly(28.83, 5.02, 2.23, 1110.2, NONE);
        assertThat(universe.numbers("Change")).containsExactly(0.41, -0.11, 0, 3.02, NONE);
        assertThat(universe.numbers("% Change")).containsExactly(1.44, -2.14, 0, 0.27, NONE);
        assertThat(universe.numbers("Market Cap")).containsExactly(2.91e9, 812e6, 640e6, 107.3e9, 91e6);
        assertThat(universe.numbers("EPS (TTM)")).containsExactly(4.2, -3.1, 2e-6, 1.5, NONE);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "table.csv:6: Last Price: '€7.81' may be in the money of the other numbers or in another: most of"
                                + " them have the sign $. Write all in one currency, or, if all are meant alike, say"
                                + " \"written\": [\"currency sign\"] of the column.",
                        "table.csv:6: Change: 'oops' is not a number. Write plain digits with a decimal point, such as 31000"
                                + " or 48.40.");
        assertThat(reading.notes())
                .contains(
                        "Column 'Last Price': 3 numbers with the sign of a currency, read without it and not converted, and"
                                + " so is 1 that has none.",
                        "Column 'EPS (TTM)': 1 number with blanks around; 1 number in brackets, read as negative; 1 number with"
                                + " an exponent.");
    }

    @Test
    void a_table_copied_from_a_page_with_typographic_signs_and_the_currency_behind() {
        UniverseReading reading = read("\t", """
                Symbol\tDescription\tPrice\tChg %\tMarket cap\tEV / EBITDA\tVolume
                ALFA\tAlfa Mining\t28.83 USD\t+1.44%\t2.91\u202FB USD\t7.5x\t1.2\u202FM
                BRVO\tBravo Metals\t5.02 USD\t\u22122.14%\t812.5\u202FM USD\t11.2x\t88.1\u202FK
                CHRL\tCharlie Oxides\t2.23\u00A0USD\t0.00%\t640\u202FM USD\t—\t540
                DELT\tDelta Rare\t1,110.20 USD\t0.27%\t\u22123\t\u22124.0x\t9.3\u202FM
                """, "Price", "Chg %", "Market cap", "EV / EBITDA", "Volume");

        Universe universe = reading.universe().orElseThrow();
        assertThat(universe.numbers("Price")).containsExactly(28.83, 5.02, 2.23, 1110.2);
        assertThat(universe.numbers("Chg %")).containsExactly(1.44, -2.14, 0, 0.27);
        assertThat(universe.numbers("Market cap")).containsExactly(2.91e9, 812.5e6, 640e6, NONE);
        assertThat(universe.numbers("EV / EBITDA")).containsExactly(7.5, 11.2, NONE, -4);
        assertThat(universe.numbers("Volume")).containsExactly(1.2e6, 88.1e3, 540, 9.3e6);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "table.csv:5: Market cap: '-3' may be -3 or -3,000,000 or -3,000,000,000: most numbers of the"
                                + " column have a letter for their size. Write one, or, if all are meant alike, say \"written\":"
                                + " [\"letters\"] of the column.");
    }

    @Test
    void a_table_of_accounts_out_of_a_spreadsheet() {
        UniverseReading reading =
                read(",", """
                Ticker,Company (1),Revenue ($m),Net income ($m),Employees,Net debt / EBITDA,Margin
                ALFA,Alfa Mining (2),"1,204",$ (56),"1,250",2.1x,(4.7%)
                BRVO,Bravo Metals,88,(3),(1),0.4x,11.0%
                CHRL,Charlie Oxides,"$ 12,640 ",$ 710,310,(1.3x),5.6%
                DELT,Delta Rare,0,-,47,NM,12
                """, "Revenue ($m)", "Net income ($m)", "Employees", "Net debt / EBITDA", "Margin");

        Universe universe = all(reading);
        assertThat(universe.name(0)).isEqualTo("Alfa Mining (2)");
        assertThat(universe.numbers("Revenue ($m)")).containsExactly(1204, 88, 12640, 0);
        assertThat(universe.numbers("Net income ($m)")).containsExactly(-56, -3, 710, NONE);
        assertThat(universe.numbers("Employees")).containsExactly(1250, NONE, 310, 47);
        assertThat(universe.numbers("Net debt / EBITDA")).containsExactly(2.1, 0.4, -1.3, NONE);
        assertThat(universe.numbers("Margin")).containsExactly(-4.7, 11, 5.6, NONE);
        assertThat(reading.problems())
                .extracting(problem -> problem.line() + " " + problem.message().replaceFirst("(: .*?)[:.] .*", "$1"))
                .containsExactly(
                        "3 Employees: '(1)' may be -1 or a mark, such as the number of a footnote",
                        "5 Net debt / EBITDA: 'NM' is not a number",
                        "5 Margin: '12' may be 12% or 1,200%");
    }

    @Test
    void a_table_of_an_indian_screener_in_rupees() {
        UniverseReading reading =
                read(",", """
                S.No.,Name,CMP Rs.,P/E,Mar Cap Rs.Cr.,NP Qtr Rs.Cr.,Qtr Profit Var %,ROCE %
                1,Alfa Mining,Rs. 1284.5,24.81,₹1738269.12,(18540),-7.42,9.69
                2,Bravo Metals,Rs. 88,,₹240.55,(2),182.00,14.2
                3,Charlie Oxides,312.4,11.02,₹8812.9,131,NA,22.35
                4,Delta Rare,Rs. 47.15,7.9,"₹6,640.08",44,1e2,31.4
                """, "CMP Rs.", "P/E", "Mar Cap Rs.Cr.", "NP Qtr Rs.Cr.", "Qtr Profit Var %", "ROCE %");

        Universe universe = all(reading);
        assertThat(reading.problems()).isEmpty();
        assertThat(universe.numbers("CMP Rs.")).containsExactly(1284.5, 88, 312.4, 47.15);
        assertThat(universe.numbers("P/E")).containsExactly(24.81, NONE, 11.02, 7.9);
        assertThat(universe.numbers("Mar Cap Rs.Cr.")).containsExactly(1738269.12, 240.55, 8812.9, 6640.08);
        assertThat(universe.numbers("NP Qtr Rs.Cr.")).containsExactly(-18540, -2, 131, 44);
        assertThat(universe.numbers("Qtr Profit Var %")).containsExactly(-7.42, 182, NONE, 100);
    }

    @Test
    void numbers_beside_a_column_of_currencies_may_have_signs_of_these() throws IOException {
        Files.writeString(
                folder.resolve("table.csv"),
                "Symbol,Value,Ccy\nALFA,$5,USD\nBRVO,¥70,CNY\nCHRL,€5,USD\nDELT,6,USD\nECHO,(2),USD\n");
        UniverseReading reading = UniverseReader.read(Files.writeString(folder.resolve("mine.json"), """
                {"universe": "table.csv", "id": "Symbol", "numbers": {"value": {"column": "Value", "currency": "Ccy",
                 "in": "USD", "rates": [{"from": "CNY", "rate": 0.1, "date": "2025-12-31", "source": "ECB"}]}}}
                """));

        assertThat(all(reading).numbers("value")).containsExactly(5, 7, NONE, 6, -2);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "table.csv:4: Value: '€' is no sign of USD, the currency of its row. Correct the one or the"
                                + " other.");
    }

    @Test
    void of_488_numbers_that_all_end_in_b_all_are_billions_and_one_without_is_not_known() {
        String rows = IntStream.range(1, 489)
                .mapToObj(i -> "S" + i + ",C," + i + ".5B\n")
                .collect(joining());

        UniverseReading whole = read(",", "Symbol,Name,Cap\n" + rows, "Cap");
        assertThat(whole.problems()).isEmpty();
        assertThat(all(whole).number("Cap", 487)).isEqualTo(488.5e9);
        assertThat(whole.notes()).hasSize(1);

        UniverseReading other = read(",", "Symbol,Name,Cap\n" + rows + "T,C,12\n", "Cap");
        assertThat(all(other).number("Cap", 487)).isEqualTo(488.5e9);
        assertThat(all(other).number("Cap", 488)).isNaN();
        assertThat(other.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "table.csv:490: Cap: '12' may be 12 or 12,000,000,000: most numbers of the column have a"
                                + " letter for their size. Write one, or, if all are meant alike, say \"written\": [\"letters\"] of"
                                + " the column.");
    }
}
