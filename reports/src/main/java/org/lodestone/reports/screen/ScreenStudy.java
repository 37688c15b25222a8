package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Universe;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;

/**
 * The companies of a dataset screened twice over: on arrays, for what wants speed, and as formulas, for what a reader wants
 * to follow. Both say the same.
 *
 * @param evidence what is known of each company, and from where
 * @param result the screening on arrays
 * @param whole the screening as formulas
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

    /** Screens the companies of a dataset by its own screen; empty where it has none, or no companies that pass it. */
    public static Optional<ScreenStudy> of(Dataset dataset) {
        return dataset.screen().flatMap(screen -> of(dataset, screen));
    }

    /** Screens the companies of a dataset by another screen; empty where none passes its filters. */
    public static Optional<ScreenStudy> of(Dataset dataset, Screen screen) {
        Evidence evidence = Evidence.of(dataset, screen);
        ScreenResult result = Screening.of(screen, universe(dataset, screen, evidence));
        return result.passed().isEmpty() ? Optional.empty() : Optional.of(of(evidence, result));
    }

    private static ScreenStudy of(Evidence evidence, ScreenResult result) {
        Model.Builder model = Model.builder().include(evidence.model());
        LiveScreen whole = LiveScreenBuilder.build(result, Case.NONE);
        model.include(whole.model());
        new SortedList(whole).addTo(model);
        ImmutableList.Builder<LeagueRanks> leagues = ImmutableList.builder();
        ImmutableList.Builder<LiveScreen> own = ImmutableList.builder();
        for (League league : result.screen().leagues()) {
            ScreenResult among = result.in(league);
            if (!league.isOfItsOwn()) {
                LeagueRanks ranks = new LeagueRanks(league, whole.companies(), ids(among));
                ranks.addTo(model, whole);
                leagues.add(ranks);
            } else if (!among.passed().isEmpty()) {
                LiveScreen anew = LiveScreenBuilder.build(among, Case.of(league.name()));
                model.include(anew.model());
                new SortedList(anew).addTo(model);
                own.add(anew);
            }
        }
        return new ScreenStudy(evidence, result, whole, leagues.build(), own.build(), model.build());
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
        }
        return universe.build();
    }

    public Screen screen() {
        return result.screen();
    }

    /** The companies from the first down. */
    public SortedList sorted() {
        return new SortedList(whole);
    }

    /** The name of a company by its id. */
    public String name(String company) {
        return result.universe().name(result.universe().position(company));
    }

    /** The ids of companies that pass the filters and are ranked, the first first. */
    public ImmutableList<String> ranked() {
        return result.ranked().stream().mapToObj(result.universe()::id).collect(toImmutableList());
    }

    /** The ids of companies that pass the filters but of which too little is known. */
    public ImmutableList<String> provisional() {
        return result.provisional().stream().mapToObj(result.universe()::id).collect(toImmutableList());
    }
}
