package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.League;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * The ranks of a league whose companies keep the scores they have among all.
 *
 * @param companies of the whole screen, in their order
 * @param members those of the league
 */
public record LeagueRanks(League league, ImmutableList<String> companies, ImmutableSet<String> members) {

    /** The score of a member as it is ranked; an empty text for any other company. */
    Key score(String company) {
        return Term.of("league " + league.name()).sub("score").of(Subject.of(company));
    }

    /** The rank among the members; none for another company. */
    public Optional<Key> rank(String company) {
        return members.contains(company)
                ? Optional.of(Term.of("league " + league.name()).sub("rank").of(Subject.of(company)))
                : Optional.empty();
    }

    /** The highest score of a member; not available where none is ranked. */
    public Formula best() {
        return Formula.call(Fn.MAX_OF_KNOWN, scores());
    }

    private Formula.Span scores() {
        return span(companies, this::score);
    }

    /** The name of the member with the highest score; not available where none is ranked. */
    public Formula first(LiveScreen screen) {
        Formula name = Formula.call(Fn.PICK, span(screen.each(screen::name)), Formula.call(Fn.FIND, best(), scores()));
        return best().isKnown().then(name, text(Value.NOT_AVAILABLE));
    }

    /** The number of members that share the highest score. */
    public Formula leaders() {
        List<Key> ranks =
                companies.stream().flatMap(company -> rank(company).stream()).toList();
        return ranks.isEmpty() ? ZERO : Formula.call(Fn.COUNT_EQUAL, span(ranks), ONE);
    }

    private Key highestBehind(String company) {
        return Term.of("league " + league.name())
                .sub("highest score behind the first")
                .of(Subject.of(company));
    }

    /** {@code  or MP Materials}: the member behind the first whose score could pass its; an empty text where none could. */
    public Formula rival(LiveScreen screen) {
        Formula.Span behind = span(companies, this::highestBehind);
        Formula highest = Formula.call(Fn.MAX_OF_KNOWN, behind);
        Formula name = Formula.call(Fn.PICK, span(screen.each(screen::name)), Formula.call(Fn.FIND, highest, behind));
        return words().with("known", best().isKnown())
                .with("passes", highest.rounded(2).isAbove(best().rounded(2)))
                .with("rival", name)
                .clause("{known?{passes? or {rival}}}");
    }

    void addTo(Model.Builder model, LiveScreen screen) {
        Formula.Span scores = scores();
        for (String company : companies) {
            if (members.contains(company)) {
                model.calculation(score(company), screen.rounded(company).ref());
            } else {
                model.label(score(company), "");
            }
            rank(company)
                    .ifPresent(key -> model.calculation(
                            key, Formula.call(Fn.RANK, score(company).ref(), scores)));
            rank(company)
                    .ifPresentOrElse(
                            key -> model.calculation(
                                    highestBehind(company),
                                    key.ref()
                                            .orElse(ZERO)
                                            .isEqualTo(ONE)
                                            .then(ZERO, screen.high(company).ref())),
                            () -> model.label(highestBehind(company), ""));
        }
    }

    @Override
    public String toString() {
        return OneLine.of(league.name(), OneLine.count(companies, "company"));
    }
}
