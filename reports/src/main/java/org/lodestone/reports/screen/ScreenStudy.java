package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.report.Part;

/**
 * Companies screened twice over: on arrays, for what wants speed, and as formulas, for what a reader wants to follow. Both
 * say the same.
 *
 * <p>Of a dataset, all companies stand as formulas; of a universe, which may have tens of thousands, the first ones.
 *
 * @param evidence what is known of each company, and from where
 * @param result the screening on arrays, of all companies
 * @param whole the screening as formulas, of all companies or of a shortlist
 * @param leagues ranks of leagues by the scores of all
 * @param ownLeagues leagues with weights of their own, screened anew
 */
public record ScreenStudy(
        Evidence evidence,
        ScreenResult result,
        LiveScreen whole,
        ImmutableList<LeagueRanks> leagues,
        ImmutableList<LiveScreen> ownLeagues,
        Model model) {

    /** The name of the sheet on which a pack has every step of a screen. */
    public static final String SHEET = "Screen detail";

    /** Screens the companies of a dataset by its own screen; empty where it has none, or no companies that pass it. */
    public static Optional<ScreenStudy> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return dataset.screen().flatMap(screen -> of(dataset, screen));
    }

    /** Screens the companies of a dataset by another screen; empty where none passes its filters. */
    public static Optional<ScreenStudy> of(Dataset dataset, Screen screen) {
        return of(dataset, screen, CompanyFacts.of(dataset), Pipeline.of(dataset), Attribution.of(dataset));
    }

    /** The same as {@link #of(Dataset, Screen)} gives, from analyses that are worked out already. */
    public static Optional<ScreenStudy> of(
            Dataset dataset, Screen screen, CompanyFacts facts, Optional<Pipeline> pipeline, Attribution attribution) {
        requireNonNull(dataset, "dataset");
        requireNonNull(screen, "screen");
        requireNonNull(facts, "facts");
        requireNonNull(pipeline, "pipeline");
        requireNonNull(attribution, "attribution");
        Evidence evidence = Evidence.of(dataset, screen, facts, pipeline, attribution);
        ScreenResult result =
                Screening.of(screen, universe(dataset, screen, evidence)).stated(evidence.otherwise());
        return result.passed().isEmpty()
                ? Optional.empty()
                : Optional.of(of(result, LiveScreen::of, companies -> evidence));
    }

    /**
     * The results of a screen of a universe, with the first {@code top} companies by rank as formulas, and the first so many of
     * each league with weights of its own. Empty where no company passes the filters.
     *
     * @param table the file that the values are from
     */
    public static Optional<ScreenStudy> shortlist(ScreenResult result, int top, String table) {
        return result.passed().isEmpty()
                ? Optional.empty()
                : Optional.of(of(
                        result,
                        (some, in) -> LiveScreen.shortlist(some, in, top),
                        companies -> Evidence.of(result, companies, table)));
    }

    /**
     * @param live what makes formulas of a screen, or of one of its leagues
     * @param known the evidence on some companies
     */
    private static ScreenStudy of(
            ScreenResult result,
            BiFunction<ScreenResult, Case, LiveScreen> live,
            Function<Set<String>, Evidence> known) {
        LiveScreen whole = live.apply(result, Case.NONE);
        Map<LiveScreen, ScreenResult> agreeing = new LinkedHashMap<>();
        agreeing.put(whole, result);
        Set<String> companies = new LinkedHashSet<>(whole.companies());
        Model.Builder formulas = Model.builder().include(whole.model());
        ImmutableList.Builder<LeagueRanks> leagues = ImmutableList.builder();
        ImmutableList.Builder<LiveScreen> own = ImmutableList.builder();
        for (League league : result.screen().leagues()) {
            ScreenResult among = result.in(league);
            if (!league.isOfItsOwn()) {
                LeagueRanks ranks = new LeagueRanks(league, whole, ids(among));
                formulas.include(ranks.model());
                leagues.add(ranks);
            } else if (!among.passed().isEmpty()) {
                LiveScreen anew = live.apply(among, Case.of(league.name()));
                agreeing.put(anew, among);
                formulas.include(anew.model());
                own.add(anew);
                companies.addAll(anew.companies());
            }
        }
        Evidence evidence = known.apply(companies);
        Model model = evidence.model().plus(formulas.build());
        Values values = model.values();
        agreeing.forEach((formulaic, arrays) -> OwnRules.requireAgreement(formulaic, arrays, values));
        return new ScreenStudy(evidence, result, whole, leagues.build(), own.build(), model);
    }

    private static ImmutableSet<String> ids(ScreenResult result) {
        return result.passed().stream().mapToObj(result.universe()::id).collect(ImmutableSet.toImmutableSet());
    }

    /** The values a screen asks for, and the words its filters look at. */
    private static Universe universe(Dataset dataset, Screen screen, Evidence evidence) {
        ImmutableList<Company> companies = dataset.companies().values().asList();
        Values values = evidence.model().values();
        Universe.Builder universe = Universe.of(
                        companies.stream().map(Company::id).toList())
                .names(companies.stream().map(Company::name).toList());
        for (String word : Company.WORDS) {
            universe.words(word, companies.stream().map(one -> one.word(word)).toList());
        }
        for (Criterion criterion : screen.criteria()) {
            universe.numbers(
                    criterion.name(),
                    companies.stream()
                            .mapToDouble(one -> values.number(LiveScreen.value(criterion, one.id()))
                                    .orElse(Double.NaN))
                            .toArray());
            universe.lowerBounds(
                    criterion.name(),
                    companies.stream()
                            .map(Company::id)
                            .filter(id -> evidence.of(id, criterion).atLeast())
                            .toList());
        }
        return universe.build();
    }

    /** The filters, criteria and weights that were applied. */
    public Screen screen() {
        return result.screen();
    }

    /** The companies from the first down. */
    public SortedList sorted() {
        return whole.sorted();
    }

    /** The name of a company by its id. */
    public String name(String company) {
        return result.universe().name(result.universe().position(company));
    }

    /** The ids of the companies shown that are ranked, the first first. */
    public ImmutableList<String> ranked() {
        return shown(result.ranked());
    }

    /** The ids of the companies shown of which too little is known to rank them. */
    public ImmutableList<String> provisional() {
        return shown(result.provisional());
    }

    private ImmutableList<String> shown(ImmutableIntArray companies) {
        ImmutableSet<String> shown = ImmutableSet.copyOf(whole.companies());
        return companies.stream()
                .mapToObj(result.universe()::id)
                .filter(shown::contains)
                .collect(toImmutableList());
    }

    /** The scores of the companies shown that are ranked, in the order of the universe. */
    public ScoreTable scoreTable() {
        return result.scoreTable(ImmutableSet.copyOf(whole.companies()));
    }

    /** A part of a report that shows every step from a value to a rank, in cells that follow what is typed. */
    public Part part() {
        return ScreenSection.of(this, ScreenSection.Weights.ON_CONTROL);
    }

    /** The same where the sheet Control tells who benefits: weights are typed in the section itself, and no headline is watched. */
    public Part partOfItself() {
        return ScreenSection.of(this, ScreenSection.Weights.HERE);
    }

    /**
     * The ranking as a section, which says of what is missing why it is not known.
     *
     * @param top so many ranked companies are shown, of all and of each league
     */
    public Part ranking(int top) {
        return ScreenResultSection.of(this, top);
    }

    @Override
    public String toString() {
        return result.toString();
    }
}
