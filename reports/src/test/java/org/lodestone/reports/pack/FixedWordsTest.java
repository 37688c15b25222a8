package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.PlainTexts;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/**
 * Words of a direction, a verdict or a count, and numbers of a figure, stand under a condition over cells that can move, in every
 * text of the core pages: what stands there fixed stays as it is whatever is typed. What may is named here, with its reason.
 *
 * <p>{@link SentencesFollowCellsTest} tries edits; this reads the formulas, so that no edit has to be thought of.
 */
class FixedWordsTest {

    /** Words that a cell could make false. */
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:"
                    + "rises?|rose|falls?|fell|grows?|grew|more|less|fewer|above|below|higher|lower|short|spare|ahead|leads?|exceeds?"
                    + "|first|last|most|least|largest|smallest|highest|lowest|widest|reproduced|holds?|recovers?|depends|slows?|turns?"
                    + "|out of range|beyond|enough|compares?|all|both|none|neither|only|no|nothing|twice|half|same|alone|\\d+ of \\d+)\\b");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,-])\\d[\\d,]*(?:\\.\\d+)?(?![\\d-])");

    /** A plain text of so few words is the head of a column or the name of a row. */
    private static final int LONGEST_HEAD = 4;

    /** Fixed texts that are true whatever is typed, by the reason why. */
    private static final ImmutableMap<String, ImmutableList<String>> TRUE_OF_ALL = ImmutableMap.of(
            "a rule of the page or a definition, whatever stands in its cells",
            ImmutableList.of(
                    "^A country that (?:an edition|the source) does not name is among all other countries",
                    "^Later editions revised first (?:estimates|prints) of the total in|^No year is printed twice",
                    "^From edition to edition \\(\\d+ steps, .* with a figure in both changed by",
                    "^Growth is within the newest edition with both years \\(",
                    "^Totals compare only between years in which the same countries have a figure",
                    "^HHI to come: all other countries stay divided",
                    "^n/a: nothing in \\d{4} to compare with",
                    "^Life: reserves over output, both of \\d{4}; that of the world is of the countries with both",
                    "^All editions side by side: see Editions",
                    "^Rest of world: the share of all others",
                    "^A printed share has no amounts behind it",
                    "^A country holds a stage with $|^% or more of (?:one of its measures\\.)?",
                    "^A figure is reproduced where|^Overtaken: reproduced from",
                    "two editions that do not compare$",
                    "^Fewer batches may be stated than|^Mines and plants move between groups",
                    "most come from ionic ore\\.$",
                    "^nm: |^NA: no (?:capacity|source)|^–: |^In draws: |^None: not found",
                    "^One spot for all who sell",
                    "^Own price: the last of a product|^Twelve months: a financial year|^For ore: the part of a change",
                    "^EPS: change at the spot|^At most: what others own of plants|^What is typed holds in all years",
                    "^Inputs: A, all inputs|^Nothing is valued of which an input is missing",
                    "^Extra output below zero is output lost|: the gap itself$",
                    "^Evidence A: every|^Rank in brackets: at the highest|^One risk at a time and all of them",
                    "^On paper the first page|^Allowed: |Delete what you typed: |Type into a yellow cell|Read the results above|--as scenario --name",
                    "^Cost: EV and capital to come|^Tonnes: its own output in|^Balance sheet: net cash less|^The ranking has no record",
                    "^Not investment advice: the pack gives no rating|^What was simulated or solved for does not follow"),
            "a head or a caption: what a column, a row or a chart is of, or where a line leads to",
            ImmutableList.of(
                    ", each year as last revised|^Growth on the year, %, in the newest edition",
                    "^Share of the largest|^; the three largest have $|^Countries that hold it$|^What moves it most$",
                    "^Largest share, %; hatched|^No figures by country$|^(?:Growth|Share) of all ore$|^, that of all ore $",
                    "owest to highest possible|^First (?:in each league\\.|of the companies ranked)$|^Companies that could rank first$|comes first",
                    "^The two criteria of most weight that most companies had| \\(less is better\\)",
                    "^Score; under each criterion the value|^Highest ranked names|^What carries it and what holds it back|^Draws in which a company has",
                    "chosen scenario where no other is named|^Supply by source, .*dashed: demand",
                    "(?:dark|light)(?: band)?: |^Share of draws in which it holds|^Value at which each conclusion turns",
                    "^Profit, % of share price, (?:least|most)$|^Rank and share of weight won|^Expected weight won by the best",
                    "→$|^Shares of the sum of rows; HHI from 0 to|% min, USD/kg$| mesh, \\d+% C$",
                    ", last quote of each month that has one; |^First and last price of each series, as printed",
                    "^Demand by use, as published: first year|^The world's market as others print it, the newest first",
                    "^As printed; W: withheld, E: net exporter",
                    "^Earnings per share, local currency|^What leads; then what is due|^The latest (?:first|\\d+); each as it stood"),
            "what no cell holds: a stage without figures, a company without data, a date, what was filtered when the pack was made",
            ImmutableList.of(
                    "^ known to hold (?:all|both) |^Market value of [^:]*: no number of shares",
                    "^ ?No figures by country(?: for)?: |^; no other stage of the chain has shares|^ no figures$",
                    "^[\\p{L}\\d ]+ \\d{4} matters most: |^(?:Next: .*, )?(?:First|Second|first|second) half of \\d{4}|; none is due by"
                            + "|^In \\d+ of \\d+ rows price and figures lie over three months apart",
                    "^What came of the latest: [^:]*\\d{4}, ",
                    "^\\d+ of \\d+ dates? ahead moves? a lever|^No date is ahead; \\d+ passed",
                    "^The first \\d+ of \\d+ companies that pass the filters|^Ranks and scores \\(brown\\) follow no change",
                    "^\\d+ of \\d+ claims of \\d+ texts (?:is|are) reproduced$|^\\d+ claims? (?:is|are) reproduced$"
                            + "|claims? cannot be checked: |^ not reproduced\\.$",
                    "^\\d+ of \\d+ lines that separate heavy|^\\d{4}: deck of that year, real",
                    "earnings that are alike in all years and other business",
                    "^ ?\\d+ of \\d+ names can be ranked$|^Not ranked, as less than",
                    "^\\d[\\d,]* draws of weights; does not follow|^ companies lack for a rank"),
            "part of a sentence that begins with a live count, or holds only where the number is known",
            ImmutableList.of(
                    "^ of \\d+ companies could come first$",
                    "^ of the first \\d+ companies $|^ ahead of the median in both |^ both values\\.",
                    "^ only a printed share$|^\\p{Lu}[\\p{L} ]* holds $|^ short(?: in \\d{4})?$|all known holders together $",
                    "^ prices are above their first; $",
                    "^not reproduced$|^ share prices are below net asset value at the deck$"));

    @TempDir
    private Path folder;

    /** Every text of the core pages of a report, from the outermost condition inwards. */
    private static final class Walk {
        private final Model model;
        private final String data;
        private final Set<String> figures = new HashSet<>();
        private final Map<Key, Boolean> moves = new HashMap<>();
        private final Set<Object> seen = new HashSet<>();
        private final Set<String> fixed = new LinkedHashSet<>();
        private final Set<String> chosen = new HashSet<>();
        private final Set<String> faults = new LinkedHashSet<>();
        private final Set<String> used = new HashSet<>();
        private String page = "";

        /** @param data the texts of the dataset, which say what their sources say */
        Walk(Report report, String data) {
            this.model = report.model();
            this.data = data;
            model.contents().keySet().stream()
                    .filter(this::moves)
                    .flatMap(key -> model.value(key).number().stream().boxed())
                    .distinct()
                    .forEach(this::figure);
            for (Section section : report.sections()) {
                if (section.group().isCore()) {
                    page = section.name();
                    PlainTexts.all(section)
                            .forEach(text -> text.fold(
                                    key -> {
                                        walk(key, false);
                                        return section;
                                    },
                                    words -> {
                                        if (words.split(" ").length >= LONGEST_HEAD) {
                                            literal(words, false);
                                        }
                                        return section;
                                    }));
                }
            }
        }

        /** A number of the pack as words may show it, in percent or in thousands as well. */
        private void figure(double number) {
            for (double shown : new double[] {number, number * 100, number / 1_000}) {
                for (int digits = 0; digits <= 4; digits++) {
                    figures.add(BigDecimal.valueOf(Math.abs(shown))
                            .setScale(digits, RoundingMode.HALF_UP)
                            .toPlainString());
                }
            }
        }

        private boolean moves(Key key) {
            Boolean known = moves.get(key);
            if (known == null) {
                known = model.content(key).isInput()
                        || model.content(key).isComputed()
                        || model.usedBy(key).stream().anyMatch(this::moves);
                moves.put(key, known);
            }
            return known;
        }

        private boolean moves(Formula formula) {
            return formula.asSpan().map(Formula.Span::keys).orElseGet(formula::references).stream()
                    .anyMatch(this::moves);
        }

        /** @param moved whether it stands under a condition that can move */
        private void walk(Formula formula, boolean moved) {
            Optional<Formula.Call> call = formula.asCall();
            if (call.isPresent()) {
                walk(call.get(), moved);
            }
            formula.asLiteral().flatMap(Value::asText).ifPresent(text -> literal(text, moved));
            formula.asSpan().ifPresent(span -> span.keys().forEach(key -> walk(key, moved)));
            formula.asKey().filter(key -> seen.add(List.of(page, key, moved))).ifPresent(key -> {
                model.calculation(key).ifPresent(calculated -> walk(calculated, moved));
                if (!moves(key)) {
                    model.value(key).asText().ifPresent(text -> literal(text, moved));
                }
            });
        }

        private void walk(Formula.Call call, boolean moved) {
            List<Formula> args = call.args();
            switch (call.fn()) {
                case JOIN -> args.forEach(arg -> walk(arg, moved));
                case IF -> {
                    walk(args.get(1), moved || moves(args.get(0)));
                    walk(args.get(2), moved || moves(args.get(0)));
                }
                case OR_WORDS, OR_ELSE -> {
                    walk(args.get(0), moved);
                    walk(args.get(1), moved || moves(args.get(0)));
                }
                case PICK -> walk(args.get(0), moved || moves(args.get(1)));
                default -> {} // no other function hands on words
            }
        }

        private void literal(String text, boolean moved) {
            if (moved) {
                chosen.add(text);
            } else if (fixed.add(text)) {
                for (String sentence : text.split("(?<=\\.) ")) {
                    if (isSuspect(sentence) && !isOfData(sentence) && !isTrueOfAll(sentence)) {
                        faults.add(page + ": “" + sentence + "”");
                    }
                }
            }
        }

        private boolean isSuspect(String text) {
            return WORDS.matcher(text).find()
                    || NUMBER.matcher(text).results().map(MatchResult::group).anyMatch(this::isFigure);
        }

        /** Whether a number is one of the pack, with digits enough for it not to be so by chance, and no year. */
        private boolean isFigure(String number) {
            String plain = number.replace(",", "");
            return plain.replace(".", "").length() > 2 && !plain.matches("(19|20)\\d\\d") && figures.contains(plain);
        }

        /** Whether the dataset says so, perhaps after a name. */
        private boolean isOfData(String text) {
            return data.contains(text.replaceFirst(" (?:by|to) $", "").strip())
                    || data.contains(text.substring(text.indexOf(": ") + 1).strip())
                    || data.contains(text.substring(text.indexOf(", ") + 1).strip());
        }

        private boolean isTrueOfAll(String text) {
            List<String> reasons = TRUE_OF_ALL.values().stream()
                    .flatMap(List::stream)
                    .filter(known -> Pattern.compile(known).matcher(text).find())
                    .toList();
            used.addAll(reasons);
            return !reasons.isEmpty();
        }
    }

    private static String data(String name) {
        try (Stream<Path> files = Files.walk(Path.of("../examples/data", name))) {
            return files.filter(file -> file.toString().matches(".*\\.(csv|json)"))
                    .map(FixedWordsTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\"\"", "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_a_cell_could_make_false_stands_under_a_condition() {
        Set<String> faults = new LinkedHashSet<>();
        Set<String> used = new HashSet<>();
        int fixed = 0;
        int chosen = 0;
        for (SentencesFollowCellsTest.Pack pack : SentencesFollowCellsTest.Pack.values()) {
            String name = pack.name().toLowerCase(Locale.ROOT).replace('_', '-');
            boolean isBundled = Files.exists(Path.of("../examples/data", name));
            Walk walk = new Walk(pack.report(folder), isBundled ? data(name) : "");
            faults.addAll(walk.faults);
            used.addAll(walk.used);
            fixed += walk.fixed.size();
            chosen += walk.chosen.size();
        }

        assertThat(faults).isEmpty();
        assertThat(TRUE_OF_ALL.values().stream().flatMap(List::stream))
                .as("what is true whatever is typed, and is said somewhere")
                .allMatch(used::contains);
        assertThat(fixed).isGreaterThan(1_000);
        assertThat(chosen).isGreaterThan(800);
    }

    // ---------------------------------------------------------------- the walk finds what is fixed

    private static Set<String> faults(String plain, Formula live) {
        Key sentence = Term.of("sentence").key();
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.figure(
                Term.of("China").key(), Value.of(270_000.0), ValueUnit.of(Unit.parse("t REO")), Citation.of("made-up"));
        model.calculation(sentence, live);
        Section page = Section.page(
                "Mining", Section.Group.CHAIN, Block.Sentence.plain(plain), Block.Sentence.live(sentence), List.of());
        return new Walk(new Report("Mining", "", ImmutableList.of(page), model.build(), ImmutableMap.of()), "").faults;
    }

    @Test
    void a_direction_or_a_figure_without_a_condition_is_found() {
        Formula china = Term.of("China").key();
        Formula rose = Formula.text("Output rose");
        Formula fell = Formula.text("Output fell");

        assertThat(faults("", china.isAbove(Definitions.ZERO).then(rose, fell))).isEmpty();
        assertThat(faults("", rose)).containsExactly("Mining: “Output rose”");
        assertThat(faults("", Formula.text("a").isKnown().then(rose, fell)))
                .as("a condition that no cell moves")
                .hasSize(2);
        assertThat(faults("China mined 270,000 t of it", Formula.text(""))).hasSize(1);
        assertThat(faults("China mined 123,456 t of it", Formula.text(""))).isEmpty();
        assertThat(faults("", Formula.sentence(china.fixed(0), Formula.text(" t, more than before"))))
                .hasSize(1);
        assertThat(faults("", Formula.call(Fn.OR_WORDS, china.fixed(0), Formula.text("no figure"))))
                .isEmpty();
    }
}
