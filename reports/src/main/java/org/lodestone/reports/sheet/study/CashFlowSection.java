package org.lodestone.reports.sheet.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.study.AuditedPlan;
import org.lodestone.reports.study.AuditedPlan.Entry;

/** The section that follows the cash flows of one study, which its reader picks, year by year. */
final class CashFlowSection {

    private static final Term FLOW = Term.of("study, cash flow");
    /** Whether the flows of the picked study are worth what was audited. */
    static final Key IS_AS_AUDITED = FLOW.sub("as audited").key();

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private static final String PICKED = "another study that is picked is in money of its own";

    /** The entries that the flows of a study need, in the order in which it is shown. */
    private static final ImmutableList<Entry> NEEDED = ImmutableList.of(
            Entry.CAPEX,
            Entry.EBITDA,
            Entry.LIFE,
            Entry.BUILD,
            Entry.RAMP_1,
            Entry.RAMP_2,
            Entry.RAMP_3,
            Entry.RAMP_4,
            Entry.SUSTAINING,
            Entry.DEPRECIATION,
            Entry.TAX,
            Entry.RATE,
            Entry.TIMING,
            Entry.NPV);

    private final List<AuditedPlan> plans;
    private final Model.Builder model;
    private final Map<Entry, Key> picked = new EnumMap<>(Entry.class);
    private final List<Integer> years;

    CashFlowSection(List<AuditedPlan> plans, Model.Builder model) {
        this.plans = plans;
        this.model = model;
        Model so = model.build();
        double longest = plans.stream()
                .mapToDouble(plan -> number(so, plan, Entry.BUILD) + number(so, plan, Entry.LIFE))
                .max()
                .orElseThrow();
        this.years = IntStream.range(0, (int) longest).boxed().collect(toImmutableList());
    }

    private static double number(Model model, AuditedPlan plan, Entry entry) {
        return model.value(plan.key(entry).orElseThrow()).number().orElse(0);
    }

    Section section() {
        plans.forEach(plan -> {
            model.label(name(plan), plan.name());
            model.label(money(plan), plan.money().toString());
        });
        Formula.Span names = span(plans, CashFlowSection::name);
        Key choice = model.assumption(
                FLOW.sub("study").key(),
                Value.of(newest().name()),
                ValueUnit.ANY,
                "The study whose cash flows are shown.");
        model.rule(
                choice, InputRule.choice(plans.stream().map(AuditedPlan::name).toList()));
        ValueUnit shown = ValueUnit.of(newest().money());
        Key place = model.calculation(FLOW.sub("place").key(), call(Fn.FIND, choice, names));
        NEEDED.forEach(entry -> {
            Formula.Span each = span(plans, plan -> plan.key(entry).orElseThrow());
            picked.put(
                    entry,
                    model.calculation(
                            FLOW.sub(entry.toString()).key(),
                            call(Fn.PICK, entry.isMoney() ? each.countedAs(shown, PICKED) : each, place)));
        });
        Key money =
                model.calculation(FLOW.sub("money").key(), call(Fn.PICK, span(plans, CashFlowSection::money), place));
        years.forEach(this::year);
        return Section.of(
                "Study cash flow",
                Block.Sentence.live(model.calculation(
                        FLOW.sub("title").key(),
                        words().with("study", choice)
                                .with("money", money)
                                .with("npv", npv())
                                .with("irr", irr())
                                .say("{study}: an NPV of {npv:0} {money} and an IRR of {irr:0.0%} in the middle case"
                                        + "|{study}: no rate makes its cash flows worth nothing"))),
                "What the study does not print is as in the middle case; the range around it is on Studies",
                List.of(
                        new Block.Selector("Study", choice, names, "Choose another, and the cash flows follow."),
                        results(money),
                        chart(),
                        flows(),
                        choices()));
    }

    private static Key name(AuditedPlan plan) {
        return FLOW.sub("choice").of(Subject.of(plan.name()));
    }

    private static Key money(AuditedPlan plan) {
        return FLOW.sub("money of").of(Subject.of(plan.name()));
    }

    /** The study that is shown until a reader picks another. */
    private AuditedPlan newest() {
        return plans.stream()
                .max(Comparator.comparing(CashFlowSection::yearOf).thenComparing(AuditedPlan::published))
                .orElseThrow();
    }

    /** The year in which a study was published, in whatever words: {@code 2025} of {@code H2 2025}. */
    private static String yearOf(AuditedPlan plan) {
        return YEAR.matcher(plan.published())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }

    private Key of(Entry entry) {
        return requireNonNull(picked.get(entry));
    }

    // ---------------------------------------------------------------- year by year

    private Key key(String what, int year) {
        return FLOW.sub(what).of(Subject.of("year " + year));
    }

    private Formula flow(String what, int year) {
        return year < 0 ? ZERO : key(what, year);
    }

    /** One year: it is one of building, of operation, or after the life. */
    private void year(int year) {
        Key label = model.label(key("year", year), year);
        Formula since = label.minus(of(Entry.BUILD));
        Formula runs = since.isAtLeast(ZERO).and(of(Entry.LIFE).isAbove(since));
        model.calculation(key("earned", year), runs.then(of(Entry.EBITDA).times(ramp(since)), ZERO));
        model.calculation(
                key("spent", year),
                since.isAtLeast(ZERO)
                        .then(
                                runs.and(since.isAtLeast(ONE))
                                        .then(of(Entry.SUSTAINING).times(of(Entry.CAPEX)), ZERO),
                                of(Entry.CAPEX).over(of(Entry.BUILD))));
        Formula written =
                of(Entry.DEPRECIATION).isAbove(since).then(of(Entry.CAPEX).over(of(Entry.DEPRECIATION)), ZERO);
        model.calculation(
                key("taxable", year),
                runs.then(key("earned", year).minus(key("spent", year)).minus(written), ZERO));
        model.calculation(
                key("loss", year), Formula.max(ZERO, flow("loss", year - 1).minus(key("taxable", year))));
        model.calculation(
                key("free", year),
                key("earned", year)
                        .minus(key("spent", year))
                        .minus(of(Entry.TAX)
                                .times(Formula.max(ZERO, key("taxable", year).minus(flow("loss", year - 1))))));
    }

    private Formula ramp(Formula since) {
        Formula two = ONE.plus(ONE);
        return ONE.isAbove(since)
                .then(
                        of(Entry.RAMP_1),
                        two.isAbove(since)
                                .then(
                                        of(Entry.RAMP_2),
                                        two.plus(ONE).isAbove(since).then(of(Entry.RAMP_3), of(Entry.RAMP_4))));
    }

    private Formula.Span free(int from) {
        return span(years.subList(from, years.size()), year -> key("free", year));
    }

    // ---------------------------------------------------------------- results

    private Key npv() {
        return model.calculation(
                FLOW.sub("npv of the flows").key(),
                key("free", 0)
                        .plus(call(Fn.PRESENT_VALUE, of(Entry.RATE), free(1)))
                        .over(ONE.plus(of(Entry.RATE)).toThe(of(Entry.TIMING))));
    }

    private Key irr() {
        return model.calculation(FLOW.sub("irr").key(), call(Fn.RATE_OF_RETURN, free(0)));
    }

    /** A value of the study that is picked, and how it is shown. */
    private record Line(String what, Key key, Shown shown) {}

    private Table results(Key money) {
        Key atIrr = model.calculation(
                FLOW.sub("npv at the irr").key(),
                key("free", 0).plus(call(Fn.PRESENT_VALUE, irr(), free(1))).rounded(AS_GOOD_AS_NOTHING));
        Key difference = model.calculation(
                FLOW.sub("less audited").key(), npv().minus(of(Entry.NPV)).rounded(AS_GOOD_AS_NOTHING));
        model.calculation(
                IS_AS_AUDITED, difference.isEqualTo(ZERO).then(ONE, ZERO).orElse(ZERO));
        Stream<Line> taken = NEEDED.stream().map(entry -> new Line(entry.title(), of(entry), shown(entry)));
        Stream<Line> found = Stream.of(
                new Line("NPV of the flows", npv(), Shown.ONE_DECIMAL),
                new Line("Less NPV as audited", difference, Shown.ONE_DECIMAL_OR_ZERO),
                new Line("IRR", irr(), Shown.PERCENT),
                new Line("NPV at the IRR", atIrr, Shown.ONE_DECIMAL_OR_ZERO));
        List<Line> lines = Stream.of(Stream.of(new Line("Unit of money", money, Shown.TEXT)), taken, found)
                .flatMap(some -> some)
                .toList();
        return Table.of("The study that is picked", lines)
                .id("study-picked")
                .label("", Line::what)
                .value("Value", Line::shown, Line::key)
                .build();
    }

    private static final int AS_GOOD_AS_NOTHING = 6;

    private Block chart() {
        return Exhibit.of(
                Block.Sentence.plain("Free cash flow by year, year 0 is the first of building"),
                "Millions of the study's currency",
                Chart.columns("Free cash flow", "millions")
                        .named(span(years, year -> key("year", year)))
                        .series("Free cash flow", free(0))
                        .build());
    }

    private Table flows() {
        return Table.of("Cash flow by year", years)
                .id("study-cash-flow")
                .value("Year", Shown.ORDINAL, year -> key("year", year))
                .value("EBITDA", Shown.ONE_DECIMAL, year -> key("earned", year))
                .value("Capital spent", Shown.ONE_DECIMAL, year -> key("spent", year))
                .value("Profit before tax", Shown.ONE_DECIMAL, year -> key("taxable", year))
                .value("Losses carried forward", Shown.ONE_DECIMAL, year -> key("loss", year))
                .value("Free cash flow", Shown.ONE_DECIMAL, year -> key("free", year))
                .build();
    }

    /** The studies to pick from, with what their middle case takes. */
    private Table choices() {
        var table = Table.of("Studies to pick from, and what their middle case takes", plans)
                .id("study-middle-cases")
                .labelOf("Study", CashFlowSection::name)
                .column("Unit", plan -> new Cell.Of(money(plan), Shown.TEXT));
        for (Entry entry : NEEDED.subList(3, NEEDED.size())) {
            table.value(entry.title(), shown(entry), plan -> plan.key(entry).orElseThrow());
        }
        return table.build();
    }

    private static Shown shown(Entry entry) {
        return switch (entry) {
            case RAMP_1, RAMP_2, RAMP_3, RAMP_4, SUSTAINING, TAX, RATE -> Shown.PERCENT;
            case CAPEX, EBITDA, NPV -> Shown.ONE_DECIMAL;
            default -> Shown.AS_IS;
        };
    }
}
