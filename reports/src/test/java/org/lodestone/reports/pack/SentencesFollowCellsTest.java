package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.PlainTexts;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.Run;

/**
 * Whatever is typed into a cell, the sentences of the pages stay true. Every input behind them is moved up and down, withheld and
 * emptied, and every amount of the dataset as well, of which a pack is made afresh.
 *
 * <p>All inputs, and of the amounts a sample drawn by a seed, so that it takes under a minute, and a larger one at night; with {@code -Dsentences=all} all
 * amounts, and with {@code -Dsentences.only=pattern} those inputs and amounts whose names, as they are told, it is found in.
 */
@Order(1)
class SentencesFollowCellsTest {

    private static final Optional<Pattern> ONLY =
            Optional.ofNullable(System.getProperty("sentences.only")).map(Pattern::compile);
    private static final boolean ALL =
            ONLY.isPresent() || System.getProperty("sentences", "").equals("all");
    private static final long SEED = Long.getLong("sentences.seed", 26);
    private static final Run RUN = new Run(20, 1, 1);

    @TempDir
    private static Path folder;

    /** A pack to be edited, and how many amounts of its dataset are drawn at night. */
    enum Pack {
        RARE_EARTHS(12, () -> bundled("rare-earths")),
        LITHIUM(40, () -> bundled("lithium")),
        COBALT(20, () -> bundled("cobalt")),
        GRAPHITE(20, () -> bundled("graphite")),
        TUNGSTEN(20, () -> bundled("tungsten")),
        GALLIUM(20, () -> bundled("gallium")),
        USGS(20, SentencesFollowCellsTest::usgs),
        UNIVERSE(0, Optional::empty);

        private final int amounts;
        private final Supplier<Optional<Dataset>> dataset;
        private final Supplier<Optional<Report>> report;

        Pack(int amounts, Supplier<Optional<Dataset>> dataset) {
            this.amounts = amounts;
            this.dataset = Suppliers.memoize(dataset::get);
            this.report = Suppliers.memoize(() -> this.dataset.get().map(SentencesFollowCellsTest::report));
        }

        Report report() {
            return report(folder);
        }

        /** @param files where files that it is made of may lie */
        Report report(Path files) {
            return report.get().orElseGet(() -> universe(files));
        }
    }

    private static Optional<Dataset> bundled(String name) {
        return Optional.of(BundledPack.of(name).dataset());
    }

    private static Optional<Dataset> usgs() {
        Path samples = Path.of("../core/src/test/resources/org/lodestone/core/usgs");
        return Optional.of(UsgsReader.read(List.of(
                        samples.resolve("MCS2025_World_Data.csv"), samples.resolve("MCS2026_Commodities_Data.csv")))
                .of("Rare earths")
                .dataset("rare-earths", "Rare earths"));
    }

    private static Report report(Dataset dataset) {
        return ResearchPack.of(dataset)
                .withRun(RUN)
                .withSheets(ResearchPack.Sheets.ALL)
                .report();
    }

    private static Report universe(Path files) {
        try {
            Files.writeString(files.resolve("companies.csv"), """
                    Ticker,Company,EBITDA %,P/E
                    A,Alpha,10,5
                    B,Beta,30,10
                    C,Gamma,50,20
                    D,Delta,20,25
                    E,Epsilon,,7
                    """);
            return ScreenPack.of(
                    UniverseReader.read(Files.writeString(files.resolve("mine.json"), """
                            {"universe": "companies.csv", "id": "Ticker", "name": "Company",
                             "numbers": {"margin": "EBITDA %", "price": "P/E"},
                             "screen": {"name": "Cheap and good", "criteria": [
                               {"name": "margin", "weight": 3},
                               {"name": "price", "direction": "lower", "normalisation": "percentile"}]}}
                            """))
                            .orElseThrow(),
                    4,
                    RUN,
                    ResearchPack.Sheets.ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---------------------------------------------------------------- what is walked

    /** The texts of the pages: calculated ones with the page on which they first stand, and plain ones by page. */
    private record Pages(
            Report report, ImmutableMap<Key, String> live, ImmutableMap<String, ImmutableList<String>> plain) {

        static Pages of(Report report) {
            Map<Key, String> live = new LinkedHashMap<>();
            Map<String, ImmutableList<String>> plain = new LinkedHashMap<>();
            for (Section section : report.sections()) {
                if (section.group().isCore()) {
                    PlainTexts.all(section)
                            .flatMap(Block.Sentence::keys)
                            .filter(key -> report.model().calculation(key).isPresent())
                            .forEach(key -> live.putIfAbsent(key, section.name()));
                    plain.put(
                            section.name(),
                            PlainTexts.all(section)
                                    .flatMap(text -> fixed(report.model(), text))
                                    .collect(toImmutableList()));
                }
            }
            return new Pages(report, ImmutableMap.copyOf(live), ImmutableMap.copyOf(plain));
        }

        Model model() {
            return report.model();
        }

        /** The calculated texts that read as sentences, not as a name or a number. */
        ImmutableSet<Key> sentences() {
            return live.keySet().stream()
                    .filter(key -> isSentence(model().value(key)))
                    .collect(toImmutableSet());
        }
    }

    /** A text that no cell moves: words, or a name that is a value of the model. */
    private static Stream<String> fixed(Model model, Block.Sentence text) {
        return text.fold(
                key -> model.calculation(key).isPresent() || model.content(key).isInput()
                        ? Stream.empty()
                        : model.value(key).asText().stream(),
                Stream::of);
    }

    private static boolean isSentence(Value value) {
        return value.asText()
                .filter(text -> WORD.matcher(text).results().count() > 3)
                .isPresent();
    }

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** All, or those that are asked for by name. */
    private static <T> List<T> chosen(Collection<T> all) {
        return all.stream()
                .filter(one -> ONLY.stream()
                        .allMatch(only -> only.matcher(one.toString()).find()))
                .toList();
    }

    private static <T> List<T> sample(Collection<T> all, int size) {
        List<T> drawn = new ArrayList<>(chosen(all));
        Collections.shuffle(drawn, new Random(SEED));
        return drawn.subList(0, ALL ? drawn.size() : Math.min(size, drawn.size()));
    }

    /** Collects what is wrong, each text once, with the first edit after which it is. */
    private static final class Faults {
        private final Map<String, String> first = new LinkedHashMap<>();

        void add(String page, Object text, Object edit, String fault) {
            first.putIfAbsent(page + ": [" + text + "] ", "after " + edit + ": " + fault);
        }

        void requireNone() {
            assertThat(first.entrySet().stream()
                            .map(fault -> fault.getKey() + fault.getValue())
                            .toList())
                    .isEmpty();
        }
    }

    // ---------------------------------------------------------------- a pack made afresh

    /**
     * Typing a number into a pack makes every text what it is in a pack made with that number. What was chosen when the pack was made,
     * a count, a verdict, a name, a direction, stays behind and is found so.
     */
    @ParameterizedTest
    @EnumSource(
            names = {"RARE_EARTHS", "UNIVERSE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_pack_after_an_edit_says_what_a_pack_made_afresh_says(Pack pack) {
        requireAsAfresh(pack, pack.amounts / 8);
    }

    @ParameterizedTest
    @EnumSource(names = "UNIVERSE", mode = EnumSource.Mode.EXCLUDE)
    @Tag("nightly")
    void a_pack_after_more_edits_says_so_too(Pack pack) {
        requireAsAfresh(pack, pack.amounts);
    }

    private static void requireAsAfresh(Pack pack, int amounts) {
        Dataset dataset = pack.dataset.get().orElseThrow();
        Pages before = Pages.of(pack.report());
        Faults faults = new Faults();
        int typed = 0;
        List<DatasetEdit> edits = sample(DatasetEdit.all(dataset), amounts);
        for (DatasetEdit edit : edits) {
            typed += afresh(edit)
                    .map(fresh -> compare(before, fresh, edit, faults))
                    .orElse(0);
        }
        for (Scenario scenario : dataset.outlook().scenarios()) {
            if (!scenario.isBase()) {
                Report chosen = ResearchPack.of(dataset)
                        .withRun(RUN)
                        .withScenario(scenario.name())
                        .report();
                compare(before, Pages.of(chosen), scenario.name(), faults);
            }
        }
        told(
                pack + ": %s live and %s plain texts, %s amounts, of which %s are inputs",
                before.live().size(),
                before.plain().values().stream().mapToInt(List::size).sum(),
                edits.size(),
                typed);
        faults.requireNone();
    }

    /** The pack of an edit; empty where a check refuses it, as a probability above one. */
    private static Optional<Pages> afresh(DatasetEdit edit) {
        try {
            return Optional.of(Pages.of(report(edit.dataset())));
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> Datasets.write(edit.dataset(), folder.resolve("refused")))
                    .as("%s, of which there is no pack: %s", edit, e)
                    .isInstanceOf(DataException.class);
            return Optional.empty();
        }
    }

    /** Whether the edit is one that a reader can type. */
    private static int compare(Pages before, Pages fresh, Object edit, Faults faults) {
        Map<Key, Value> typed = new LinkedHashMap<>();
        Set<Key> simulated = new LinkedHashSet<>();
        before.model().contents().forEach((key, content) -> {
            if (fresh.model().has(key)
                    && !fresh.model().value(key).equals(before.model().value(key))) {
                if (content.isInput() && fresh.model().content(key).isInput()) {
                    typed.put(key, fresh.model().value(key));
                } else if (content.isComputed()) {
                    simulated.add(key);
                }
            }
        });
        if (typed.isEmpty()) {
            return 0;
        }
        if (edit instanceof DatasetEdit && typed.size() > 1) {
            faults.add("Inputs", typed.keySet(), edit, "one amount is " + typed.size() + " inputs");
        }
        Set<String> arranged = arranged(before, fresh);
        before.plain().forEach((page, texts) -> {
            if (arranged.contains(page)) {
                Sets.difference(Set.copyOf(texts), Set.copyOf(fresh.plain().get(page)))
                        .forEach(text -> faults.add(page, text, edit, "stays as it was"));
            }
        });
        Values live = before.model().valuesWith(typed);
        Set<Key> rests = resting(before.model(), simulated);
        Set<Key> restsToo = resting(fresh.model(), simulated);
        before.live().forEach((key, page) -> {
            if (fresh.live().containsKey(key)
                    && arranged.contains(page)
                    && !rests.contains(key)
                    && !restsToo.contains(key)) {
                String now = plain(live.of(key));
                String then = plain(fresh.model().value(key));
                if (!isSame(now, then)) {
                    faults.add(page, key, edit, "“" + now + "”; made afresh “" + then + "”");
                }
            }
        });
        return 1;
    }

    /**
     * The pages whose rows and lines are the same in a pack made afresh. Which countries and companies a page has, and in which order, is
     * settled when it is made.
     */
    private static Set<String> arranged(Pages before, Pages fresh) {
        Map<String, List<String>> names = names(fresh.report());
        return names(before.report()).entrySet().stream()
                .filter(page -> page.getValue().equals(names.get(page.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The names of rows and lines by page; the head of a column that is such a name, as that of a country is, is one of them. */
    private static Map<String, List<String>> names(Report report) {
        Set<String> all = report.sections().stream()
                .flatMap(PlainTexts::names)
                .flatMap(name -> fixed(report.model(), name))
                .collect(Collectors.toSet());
        Map<String, List<String>> names = new HashMap<>();
        report.sections()
                .forEach(section -> names.put(
                        section.name(),
                        PlainTexts.all(section)
                                .flatMap(text -> fixed(report.model(), text))
                                .filter(all::contains)
                                .toList()));
        return names;
    }

    /** What rests on results of a simulation, which a pack made afresh has run again; in the pack at hand it is out of date. */
    private static Set<Key> resting(Model model, Set<Key> simulated) {
        if (simulated.isEmpty()) {
            return Set.of();
        }
        Map<Key, Boolean> known = new HashMap<>();
        return model.contents().keySet().stream()
                .filter(key -> rests(model, key, simulated, known))
                .collect(Collectors.toSet());
    }

    private static boolean rests(Model model, Key key, Set<Key> on, Map<Key, Boolean> known) {
        Boolean rests = known.get(key);
        if (rests == null) {
            rests = on.contains(key) || model.usedBy(key).stream().anyMatch(used -> rests(model, used, on, known));
            known.put(key, rests);
        }
        return rests;
    }

    private static String plain(Value value) {
        return value.asText().orElse(value.isMissing() ? Value.NOT_AVAILABLE : value.plain());
    }

    /** Whether two texts say the same; a number is as exact as it is shown, and how many decimals are is settled when the pack is made. */
    private static boolean isSame(String now, String then) {
        return NUMBER.matcher(now).replaceAll("#").equals(NUMBER.matcher(then).replaceAll("#"))
                && Streams.zip(numbers(now), numbers(then), SentencesFollowCellsTest::isSame)
                        .allMatch(same -> same);
    }

    private static boolean isSame(BigDecimal now, BigDecimal then) {
        BigDecimal half = BigDecimal.valueOf(5, Math.min(now.scale(), then.scale()) + 1);
        return now.equals(then)
                || now.scale() != then.scale() && now.subtract(then).abs().compareTo(half) <= 0;
    }

    private static Stream<BigDecimal> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> new BigDecimal(number.group().replace(",", "")));
    }

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

    // ---------------------------------------------------------------- signs and words

    /** After any edit the words of a sentence fit its numbers, and what rests on a figure that is withheld says so. */
    @ParameterizedTest
    @EnumSource(names = "RARE_EARTHS", mode = EnumSource.Mode.EXCLUDE)
    void a_sentence_after_an_edit_fits_its_numbers(Pack pack) {
        requireFit(pack);
    }

    @Test
    @Tag("nightly")
    void a_sentence_of_the_largest_pack_after_an_edit_fits_its_numbers() {
        requireFit(Pack.RARE_EARTHS);
    }

    private static void requireFit(Pack pack) {
        Pages pages = Pages.of(pack.report());
        Model model = pages.model();
        ImmutableSet<Key> sentences = pages.sentences();
        Faults faults = new Faults();
        List<Key> inputs = chosen(model.inputsOf(pages.live().keySet()));
        ImmutableListMultimap<Key, Key> users = users(model);
        pages.live().forEach((key, page) -> requireFit(page, key, model.value(key), "no edit", faults));
        int edits = 0;
        for (Key input : inputs) {
            Map<Key, String> texts = Maps.filterKeys(pages.live(), resting(input, users)::contains);
            Set<Key> moving = new LinkedHashSet<>();
            List<Value> typed = moved(model, input);
            List<Value> gone = List.of(Value.of("W"), Value.empty());
            List<Values> moved = model.values().withEach(input, Lists.newArrayList(Iterables.concat(typed, gone)));
            for (int i = 0; i < typed.size(); i++) {
                Values after = moved.get(i);
                String edit = input + " = " + typed.get(i).plain();
                requireMovedFit(model, after, texts, edit, faults);
                texts.keySet().stream()
                        .filter(sentences::contains)
                        .filter(key -> !after.of(key).equals(model.value(key)))
                        .forEach(moving::add);
                edits++;
            }
            boolean wasKnown = model.value(input).isNumber()
                    && model.content(input).asFigure().isPresent();
            for (int i = typed.size(); i < moved.size(); i++) {
                Values after = moved.get(i);
                String edit = input + (i == typed.size() ? " withheld" : " emptied");
                requireMovedFit(model, after, texts, edit, faults);
                texts.forEach((key, page) -> {
                    String text = after.of(key).asText().orElse("");
                    if (wasKnown
                            && moving.contains(key)
                            && !TELLS.matcher(text).find()
                            && !OF_THE_RANKED.matcher(page + ": " + key).find()
                            && !isToldBeside(pages, page, key, after)) {
                        faults.add(page, key, edit, "does not say that something is not known: " + text);
                    }
                });
                edits++;
            }
        }
        for (Map<Key, Value> several : Stream.of(
                        weights(model), tables(model, pages.live().keySet()))
                .flatMap(List::stream)
                .toList()) {
            Values after = model.valuesWith(several);
            requireMovedFit(model, after, pages.live(), several, faults);
            edits++;
        }
        told(
                pack + ": %s sentences among %s live texts, %s inputs, %s edits",
                sentences.size(),
                pages.live().size(),
                inputs.size(),
                edits);
        faults.requireNone();
    }

    /** The values in whose formulas each value stands. */
    private static ImmutableListMultimap<Key, Key> users(Model model) {
        ImmutableListMultimap.Builder<Key, Key> users = ImmutableListMultimap.builder();
        model.contents().keySet().forEach(key -> Set.copyOf(model.usedBy(key)).forEach(used -> users.put(used, key)));
        return users.build();
    }

    /** The values that rest on an input, however many others lie between. */
    private static Set<Key> resting(Key input, ImmutableListMultimap<Key, Key> users) {
        Set<Key> resting = new HashSet<>();
        Deque<Key> open = new ArrayDeque<>(List.of(input));
        while (!open.isEmpty()) {
            users.get(open.pop()).stream().filter(resting::add).forEach(open::push);
        }
        return resting;
    }

    /** Values that may be typed over an input: more, less and nothing of a number, the ends of a lever, the other names of a choice. */
    private static List<Value> moved(Model model, Key input) {
        Value value = model.value(input);
        if (value.isNumber()) {
            double number = value.number().orElseThrow();
            return number == 0
                    ? List.of(Value.of(1.0), Value.of(1_000.0))
                    : List.of(Value.of(number * 1.7), Value.of(number * 0.3), Value.of(0.0));
        }
        return model.inputRule(input).stream()
                .flatMap(rule -> rule.choices().isEmpty()
                        ? Stream.of(rule.least(), rule.most())
                                .filter(Double::isFinite)
                                .map(Value::of)
                        : rule.choices().stream().map(Value::of))
                .toList();
    }

    /** All weight on the first criterion, and none on any. */
    private static List<Map<Key, Value>> weights(Model model) {
        List<Key> weights = model.names().entrySet().stream()
                .filter(named -> named.getValue().startsWith("Weight"))
                .map(Map.Entry::getKey)
                .toList();
        if (weights.isEmpty()) {
            return List.of();
        }
        Map<Key, Value> none = weights.stream().collect(Collectors.toMap(key -> key, key -> Value.of(0.0)));
        Map<Key, Value> one = new HashMap<>(none);
        one.put(weights.get(0), Value.of(1.0));
        return List.of(one, none);
    }

    /** Of each table of published numbers all withheld. */
    private static List<Map<Key, Value>> tables(Model model, Set<Key> shown) {
        return model.inputsOf(shown).stream()
                .filter(key -> model.content(key).asFigure().isPresent()
                        && model.value(key).isNumber())
                .collect(Collectors.groupingBy(
                        Key::what, LinkedHashMap::new, Collectors.toMap(key -> key, key -> Value.of("W"))))
                .values()
                .stream()
                .toList();
    }

    /** Each text that is other than before must fit its numbers; the rest did before. */
    private static void requireMovedFit(
            Model before, Values after, Map<Key, String> texts, Object edit, Faults faults) {
        texts.forEach((key, page) -> {
            if (!after.of(key).equals(before.value(key))) {
                requireFit(page, key, after.of(key), edit, faults);
            }
        });
    }

    private static void requireFit(String page, Key key, Value value, Object edit, Faults faults) {
        value.asText()
                .flatMap(SentencesFollowCellsTest::misfit)
                .ifPresent(misfit -> faults.add(page, key, edit, "‘" + misfit + "’ in “" + value.inSentence() + "”"));
    }

    /** Words in a sentence that tell that not all of what it is about is known, or stands; what counts the known tells it so. */
    private static final Pattern TELLS =
            Pattern.compile("known|n/a|withheld|missing|[Oo]ut of date|cannot be|not hold|could come first|comparable"
                    + "|: [^.:]+ or \\p{Lu}" // of a league, the companies that could be first
                    + "|\\d+ of (?:the note's )?\\d+|Of \\d+|claims are reproduced");

    /**
     * What stands under the label of a card that says of which companies it is; and rows of who benefits, which follow others through their
     * place alone: what is not known is left open in ranks and in the weight won.
     */
    private static final Pattern OF_THE_RANKED = Pattern.compile(
            "^Control: .*First of the companies ranked|^(?:Front|Benefit): benefit, page: (?:in words|name|sentence: won)");

    /**
     * Names that are of what is known alone, by the text on the same page that tells what is not: ranks are of the companies that can
     * be ranked, costs of those that have one, and a step of the argument is a heading beside what is found.
     */
    private static final ImmutableMap<Pattern, Pattern> TOLD_BESIDE = ImmutableMap.of(
            Pattern.compile(
                            "^Screen: screen, (?:sorted: (?:company|reason)|page: sentence: (?:title|leagues|ahead|apart))"),
                    Pattern.compile("^screen, page: sentence: standfirst"),
            Pattern.compile("^Reasons: screen, sorted: reason"), Pattern.compile("^screen, sorted: reason"),
            Pattern.compile("^Front: screen, sorted: company"), Pattern.compile("^beneficiaries: verdict"),
            Pattern.compile("^Comps: comps, page: sentence: title"), Pattern.compile("^comps, page: sentence: finding"),
            Pattern.compile("^Front: comps, names: name"), Pattern.compile("^beneficiaries: verdict"),
            Pattern.compile("^Front: front page: step"), Pattern.compile("^chain: finding: found"));

    /** Whether the text of the page that stands for this one tells it. */
    private static boolean isToldBeside(Pages pages, String page, Key key, Values after) {
        return TOLD_BESIDE.entrySet().stream()
                .filter(told -> told.getKey().matcher(page + ": " + key).find())
                .anyMatch(told -> pages.live().keySet().stream()
                        .filter(text -> page.equals(pages.live().get(text)))
                        .filter(text -> told.getValue().matcher(text.toString()).find())
                        .anyMatch(text -> TELLS.matcher(after.of(text).asText().orElse(""))
                                .find()));
    }

    /** What no sentence has: a number that is not known within words, a blank too many or too few, a direction with a sign. */
    private static final Pattern MISFIT =
            Pattern.compile("n/a.|.n/a| {2}| [.,;:)]|^ .|. $|" + Pattern.quote(Wording.NOT_KNOWN)
                    + "|[\\p{Ll}”)%]\\.\\p{Lu}\\p{Ll}"
                    + "|(?i:\\b(?:grow|grows|grew|falls?|fell|rises?|rose|up|down|short|spare|gap|surplus|add|adds|ahead)(?: of| by)? [−-]\\d)"
                    + "|[−-]\\d[\\d.,]*(?:%| \\S+){0,3} (?:more|less|to spare|short|above|below|higher|lower)\\b");

    private static final Pattern COUNT = Pattern.compile("(?<![.,\\d])(\\d+) of (?:the )?(\\d+)(?![.,]\\d|\\d)");
    private static final Pattern AHEAD = Pattern.compile("([\\d.]+\\d%?), ahead of [^;]*? with \\1(?!\\d)");
    private static final Pattern MOVES =
            Pattern.compile("\\b(rises|rose|grows|grew|falls|fell) from ([\\d.,]+\\d)[^.;]*? to ([\\d.,]+\\d)");

    static Optional<String> misfit(String text) {
        return Stream.of(
                        MISFIT.matcher(text).results(),
                        COUNT.matcher(text).results().filter(count -> number(count, 1) > number(count, 2)),
                        AHEAD.matcher(text).results(),
                        MOVES.matcher(text)
                                .results()
                                .filter(moves ->
                                        moves.group(1).matches("falls|fell") == number(moves, 2) <= number(moves, 3)))
                .flatMap(found -> found)
                .map(MatchResult::group)
                .findFirst();
    }

    private static double number(MatchResult match, int group) {
        return Double.parseDouble(match.group(group).replace(",", ""));
    }

    private static void told(String format, Object... counts) {
        if (ALL) {
            System.out.printf(format + "%n", counts);
        }
    }
}
