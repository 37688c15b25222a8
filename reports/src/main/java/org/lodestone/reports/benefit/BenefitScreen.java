package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.countOfKnown;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.benefit.CompanyBenefit.Known;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Scenarios;

/**
 * Listed companies by what they gain, two at a time, with all that is not known left open.
 *
 * <pre>
 * surely gains more   weight of gains of which A surely has more than B &gt; weight of those of which B may have more
 * best rank           1 + companies that surely gain more
 * worst rank          companies − those that surely gain less
 * share won           Σ share of weight · companies that it surely, or at most, has more of / (companies − 1)
 * </pre>
 *
 * <p>A company surely has more than another where its least is above the other's most. So whatever is found out of what is not known, it
 * stands between its two ranks. They are ranked of which enough is known, and listed by the middle of the shares that they win.
 */
public final class BenefitScreen {

    private static final InputRule WEIGHT = InputRule.number().from(0);

    /** Digits in which gains and scores are compared, so that the last bit decides nothing. */
    private static final int DIGITS = 9;

    private final Screen screen;
    private final Benefits benefits;
    private final ImmutableList<CompanyBenefit> companies;
    private final ImmutableList<CompanyBenefit> others;
    private final Calculations values;
    private final Supplier<ImmutableList<Values>> written = Suppliers.memoize(this::inEachScenario);
    private final Supplier<NextFacts> next = Suppliers.memoize(() -> new NextFacts(this));
    private final Supplier<BaseGains> base = Suppliers.memoize(() -> new BaseGains(this));

    private BenefitScreen(
            Screen screen,
            Benefits benefits,
            ImmutableList<CompanyBenefit> companies,
            ImmutableList<CompanyBenefit> others) {
        this.others = others;
        this.screen = screen;
        this.benefits = benefits;
        this.companies = companies;
        this.values = new Calculations(benefits.model());
        screen.criteria().forEach(this::inputs);
        for (CompanyBenefit company : companies) {
            name(company);
            worstRank(company);
        }
        companies.forEach(this::place);
        places().forEach(this::number);
        first();
        values.close();
    }

    /** Empty where enough is known of fewer than two companies. */
    public static Optional<BenefitScreen> of(Screen screen, Benefits benefits) {
        requireNonNull(screen, "screen");
        requireNonNull(benefits, "benefits");
        ImmutableList<CompanyBenefit> some = benefits.companies().stream()
                .filter(company -> coverage(screen, benefits, company) > 0)
                .collect(toImmutableList());
        ImmutableList<CompanyBenefit> enough = some.stream()
                .filter(company -> coverage(screen, benefits, company) >= screen.coverage())
                .collect(toImmutableList());
        ImmutableList<CompanyBenefit> others =
                some.stream().filter(company -> !enough.contains(company)).collect(toImmutableList());
        return enough.size() < 2 ? Optional.empty() : Optional.of(new BenefitScreen(screen, benefits, enough, others));
    }

    /** The share of weight that rests on what is known of a company. */
    private static double coverage(Screen screen, Benefits benefits, CompanyBenefit company) {
        ImmutableMap<String, Double> shares = screen.shares();
        return screen.criteria().stream()
                .filter(one -> company.gain(kind(one))
                        .filter(known -> benefits.model().value(known.least()).isNumber())
                        .isPresent())
                .mapToDouble(one -> requireNonNull(shares.get(one.name())))
                .sum();
    }

    /** The companies of which some gain is known, but too little to rank them, in the order of the dataset. */
    public ImmutableList<CompanyBenefit> others() {
        return others;
    }

    /** Whether a gain may lie between two ends of any company. */
    public boolean isRange(Criterion criterion) {
        return companies.stream()
                .flatMap(company -> company.gain(kind(criterion)).stream())
                .anyMatch(known -> known.most().isPresent());
    }

    private static Indicator.Gain.Kind kind(Criterion criterion) {
        return criterion.indicator().gain().orElseThrow();
    }

    private Key key(String part, String of, Supplier<Formula> formula) {
        return values.as(Benefits.BENEFIT.sub(part).of(Subject.of(of)), formula);
    }

    private Key key(String part, CompanyBenefit company, Supplier<Formula> formula) {
        return key(part, company.company().id(), formula);
    }

    private void inputs(Criterion criterion) {
        Key weight = weight(criterion);
        values.building().assumption(weight, Value.of(criterion.weight()), ValueUnit.NUMBER, criterion.reason());
        values.building().rule(weight, WEIGHT.saying("Weight, " + criterion.title()));
        for (CompanyBenefit company : companies) {
            if (company.gain(kind(criterion)).isEmpty()) {
                String why = company.missing(kind(criterion));
                values.building()
                        .assumption(
                                least(criterion, company),
                                new Value.Missing("not known", why),
                                unit(criterion),
                                Words.capitalised(why) + ".");
            }
        }
    }

    // ---------------------------------------------------------------- criteria and weights

    /** The gains by which companies are compared, with their weights. */
    public Screen screen() {
        return screen;
    }

    /** The companies, in the order of the dataset. */
    public ImmutableList<CompanyBenefit> companies() {
        return companies;
    }

    /** The gains that it is made of. */
    public Benefits benefits() {
        return benefits;
    }

    /** The name of a company. */
    public Key name(CompanyBenefit company) {
        return values.label(
                Benefits.BENEFIT.sub("company").of(Subject.of(company.company().id())),
                company.company().name());
    }

    /** The weight of a criterion, which a reader may change. */
    public Key weight(Criterion criterion) {
        return Benefits.BENEFIT.sub("weight").of(Subject.of(criterion.name()));
    }

    /** Its share of all weights. */
    public Key share(Criterion criterion) {
        return key(
                "share of weight",
                criterion.name(),
                () -> weight(criterion).over(sum(span(screen.criteria(), this::weight))));
    }

    // ---------------------------------------------------------------- gains

    /** The least that a company may gain; an input without a value where that is not known. */
    public Key least(Criterion criterion, CompanyBenefit company) {
        return end("least", criterion, company, Known::least);
    }

    /** The most that it may gain, which is the least where the gain is known. */
    public Key most(Criterion criterion, CompanyBenefit company) {
        return company.gain(kind(criterion)).flatMap(Known::most).isPresent()
                ? end("most", criterion, company, known -> known.most().orElseThrow())
                : least(criterion, company);
    }

    private Key end(String end, Criterion criterion, CompanyBenefit company, Function<Known, Key> of) {
        Key key = Benefits.BENEFIT
                .sub(end + " of " + criterion.name())
                .of(Subject.of(company.company().id()));
        return company.gain(kind(criterion))
                .map(known -> values.as(key, () -> of.apply(known).rounded(DIGITS)))
                .orElse(key);
    }

    /** The unit of a gain: that of a company of which it is known. */
    private ValueUnit unit(Criterion criterion) {
        return companies.stream()
                .flatMap(company -> company.gain(kind(criterion)).stream())
                .findFirst()
                .map(known -> ValueUnit.like(known.least()))
                .orElse(ValueUnit.NUMBER);
    }

    // ---------------------------------------------------------------- points

    /** The number of companies but one. */
    public Key rivals() {
        return values.label(Benefits.BENEFIT.sub("rivals").key(), companies.size() - 1);
    }

    private Formula.Span leasts(Criterion criterion) {
        return all(company -> least(criterion, company));
    }

    /** The companies that surely gain more than one that gains at least and at most so much. */
    public Formula ahead(Criterion criterion, Formula least, Formula most) {
        return isMoreBetter(criterion) ? greater(criterion, most) : smaller(criterion, least);
    }

    /** The companies that surely gain less. */
    public Formula behind(Criterion criterion, Formula least, Formula most) {
        return isMoreBetter(criterion) ? smaller(criterion, least) : greater(criterion, most);
    }

    /** The companies whose gain is surely a smaller number. */
    private Formula smaller(Criterion criterion, Formula least) {
        Formula.Span mosts = all(one -> most(criterion, one));
        return countOfKnown(mosts).minus(call(Fn.COUNT_ABOVE, mosts, least)).minus(call(Fn.COUNT_EQUAL, mosts, least));
    }

    /** The companies whose gain is surely a greater number. */
    private Formula greater(Criterion criterion, Formula most) {
        return call(Fn.COUNT_ABOVE, leasts(criterion), most);
    }

    /** The other companies whose gain is surely the same number: of two that have the same neither wins. */
    private Formula same(Criterion criterion, CompanyBenefit company) {
        Key most = most(criterion, company);
        Key least = least(criterion, company);
        Formula all = call(Fn.COUNT_EQUAL, leasts(criterion), most).minus(ONE);
        return least.isEqualTo(most).then(all, ZERO);
    }

    private static boolean isMoreBetter(Criterion criterion) {
        return criterion.direction() == Direction.HIGHER;
    }

    /** The points of a company if all that is not known turns out against it. */
    public Key pointsAtLeast(Criterion criterion, CompanyBenefit company) {
        return key(
                "points at least, " + criterion.name(),
                company,
                () -> least(criterion, company)
                        .isKnown()
                        .then(
                                behind(criterion, least(criterion, company), most(criterion, company))
                                        .over(rivals()),
                                ZERO));
    }

    /** The same if it turns out in its favour. */
    public Key pointsAtMost(Criterion criterion, CompanyBenefit company) {
        return key(
                "points at most, " + criterion.name(),
                company,
                () -> least(criterion, company)
                        .isKnown()
                        .then(
                                ONE.minus(ahead(criterion, least(criterion, company), most(criterion, company))
                                        .plus(same(criterion, company))
                                        .over(rivals())),
                                ONE));
    }

    // ---------------------------------------------------------------- shares won and ranks

    private Formula won(Function<Criterion, Key> points) {
        return screen.criteria().stream()
                .<Formula>map(criterion -> share(criterion).times(points.apply(criterion)))
                .reduce(Formula::plus)
                .orElseThrow()
                .rounded(DIGITS);
    }

    /** The least share of weight that it wins of the others. */
    public Key low(CompanyBenefit company) {
        return key("share won, least", company, () -> won(criterion -> pointsAtLeast(criterion, company)));
    }

    /** The most that it may win. */
    public Key high(CompanyBenefit company) {
        return key("share won, most", company, () -> won(criterion -> pointsAtMost(criterion, company)));
    }

    /** The middle of the two. */
    public Key middle(CompanyBenefit company) {
        return key(
                "share won, middle",
                company,
                () -> call(Fn.AVERAGE, low(company), high(company)).rounded(DIGITS));
    }

    /** One where a company surely gains more than another by the weights together, else zero. */
    public Key surelyMore(CompanyBenefit company, CompanyBenefit than) {
        return key(
                "surely gains more",
                company.company().id() + " than " + than.company().id(),
                () -> screen.criteria().stream()
                        .<Formula>map(criterion -> share(criterion).times(duel(criterion, company, than)))
                        .reduce(Formula::plus)
                        .orElseThrow()
                        .rounded(DIGITS)
                        .isAbove(ZERO)
                        .then(ONE, ZERO));
    }

    /** One where a company surely has more of a gain, minus one where the other may have more, and zero where they have the same. */
    private Formula duel(Criterion criterion, CompanyBenefit company, CompanyBenefit than) {
        boolean moreIsBetter = isMoreBetter(criterion);
        Key own = moreIsBetter ? least(criterion, company) : most(criterion, company);
        Key other = moreIsBetter ? most(criterion, than) : least(criterion, than);
        Formula wins = moreIsBetter ? own.isAbove(other) : other.isAbove(own);
        Formula open = ZERO.minus(ONE);
        Formula won = ONE;
        Formula notWon = own.isEqualTo(other).then(ZERO, open);
        return wins.then(won, notWon).orElse(open);
    }

    private Formula sumOfOthers(CompanyBenefit company, Function<CompanyBenefit, Key> each) {
        return sum(span(companies.stream().filter(other -> other != company).toList(), each));
    }

    /** The best rank that is possible. */
    public Key bestRank(CompanyBenefit company) {
        return key("best rank", company, () -> ONE.plus(sumOfOthers(company, other -> surelyMore(other, company))));
    }

    /** The worst rank that is possible. */
    public Key worstRank(CompanyBenefit company) {
        return key(
                "worst rank",
                company,
                () -> ONE.plus(rivals()).minus(sumOfOthers(company, other -> surelyMore(company, other))));
    }

    /** The place by the middle of the shares won; equals in the order of the dataset. */
    public Key place(CompanyBenefit company) {
        return key(
                "place",
                company,
                () -> values.place(
                        call(Fn.RANK, middle(company), all(this::middle)), company, companies, this::middle));
    }

    /** The values of one step for all companies. */
    public Formula.Span all(Function<CompanyBenefit, Key> step) {
        return values.all(companies, step);
    }

    /** The number of companies that may come first. */
    public Key first() {
        return key("companies that may come first", "all", () -> call(Fn.COUNT_EQUAL, all(this::bestRank), ONE));
    }

    // ---------------------------------------------------------------- in order

    /** The places from 1, one for each company. */
    public ImmutableList<Integer> places() {
        return IntStream.rangeClosed(1, companies.size()).boxed().collect(toImmutableList());
    }

    /** The value of a step for the company at a place. */
    public Formula at(int place, Function<CompanyBenefit, Key> step) {
        return Formula.lookUp(all(step), number(place), all(this::place));
    }

    private Key number(int place) {
        return values.label(Benefits.BENEFIT.sub("place").of(Subject.of(Integer.toString(place))), place);
    }

    /** The companies that may come first, by name: {@code A, B or C}. */
    public Formula firstInWords() {
        return Wording.inARow(
                "",
                companies.stream()
                        .map(company -> Wording.words()
                                .with("may", bestRank(company).isEqualTo(ONE))
                                .with("later", mayComeFirstBefore(company).isAbove(ZERO))
                                .with(
                                        "last",
                                        first().minus(mayComeFirstBefore(company))
                                                .isEqualTo(ONE))
                                .with("name", name(company))
                                .clause("{may?{later?{last? or |, }}{name}}"))
                        .toList());
    }

    private Formula mayComeFirstBefore(CompanyBenefit company) {
        int before = companies.indexOf(company);
        return before == 0 ? ZERO : call(Fn.COUNT_EQUAL, all(this::bestRank).first(before), ONE);
    }

    private ImmutableList<Values> inEachScenario() {
        return ImmutableList.copyOf(model().values()
                .withEach(
                        Scenarios.SELECTOR,
                        benefits.scenarios().cases().stream()
                                .map(one -> Value.of(one.name()))
                                .toList()));
    }

    /** The values in each scenario as it is written, the base case first. */
    ImmutableList<Values> written() {
        return written.get();
    }

    /** The ranks in the base case, and the gains against it. */
    public BaseGains base() {
        return base.get();
    }

    /** The missing facts that would tell most of who gains most, as things stand. */
    public NextFacts nextFacts() {
        return next.get();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of(screen.name(), OneLine.count(companies, "company"));
    }
}
