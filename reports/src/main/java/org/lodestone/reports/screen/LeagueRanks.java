package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.League;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;

/** The ranks of a league whose companies keep the scores they have among all. */
public final class LeagueRanks {

    private static final String NOBODY = "nobody";

    private final League league;
    private final LiveScreen screen;
    private final ImmutableSet<String> members;
    private final Calculations values;

    /** @param members the companies of the screen that are in the league */
    LeagueRanks(League league, LiveScreen screen, ImmutableSet<String> members) {
        this.league = league;
        this.screen = screen;
        this.members = members;
        this.values = new Calculations(screen.model());
        level();
        rival();
        values.close();
    }

    /** The league of the screen. */
    public League league() {
        return league;
    }

    /** The model that defines the keys. */
    Model model() {
        return values.model();
    }

    private Key key(String part, String company) {
        return Term.of("league " + league.name()).sub(part).of(Subject.of(company));
    }

    /** The score of a member as it is ranked; an empty text for any other company. */
    Key score(String company) {
        Key key = key("score", company);
        return members.contains(company) ? values.as(key, () -> screen.rounded(company)) : values.label(key, "");
    }

    /** The rank among the members; none for another company. */
    public Optional<Key> rank(String company) {
        return members.contains(company)
                ? Optional.of(values.as(key("rank", company), () -> Formula.call(Fn.RANK, score(company), scores())))
                : Optional.empty();
    }

    private Formula.Span scores() {
        return span(screen.companies(), this::score);
    }

    /** The highest score of a member; not available where none is ranked. */
    public Formula best() {
        return Formula.call(Fn.MAX_OF_KNOWN, scores());
    }

    /** The name of the member with the highest score; not available where none is ranked. */
    public Formula first() {
        return best().isKnown()
                .then(Formula.lookUp(screen.all(screen::name), best(), scores()), text(Value.NOT_AVAILABLE));
    }

    /** The number of members whose scores two decimals do not tell from the highest, which is one of them. */
    public Key level() {
        return key("members level with the first", () -> LiveScreen.level(scores()));
    }

    /** The highest score that a member behind the first could have, zero for a first; an empty text for any other company. */
    private Key highestBehind(String company) {
        Key key = key("highest score behind the first", company);
        return rank(company)
                .map(rank ->
                        values.as(key, () -> rank.orElse(ZERO).isEqualTo(ONE).then(ZERO, screen.high(company))))
                .orElseGet(() -> values.label(key, ""));
    }

    /** The member behind the first whose score could pass its, by name; nobody where none could. */
    Key rival() {
        return key("rival of the first", () -> {
            Formula.Span behind = span(screen.companies(), this::highestBehind);
            Formula highest = Formula.call(Fn.MAX_OF_KNOWN, behind);
            return words().with("known", best().isKnown())
                    .with("passes", highest.rounded(2).isAbove(best().rounded(2)))
                    .with("rival", Formula.lookUp(screen.all(screen::name), highest, behind))
                    .with("blank", LiveScreen.isBlank(Formula.lookUp(screen.all(screen::coverage), highest, behind)))
                    .with("nobody", NOBODY)
                    .clause(
                            "{known?{passes?{rival}{blank?, of which nothing that weighs is known}|{nobody}}|{nobody}}");
        });
    }

    /** {@code  or MP Materials}: what follows the first in a sentence; nothing where no member could pass it. */
    public Formula orRival() {
        return words().with("nobody", Formula.call(Fn.SAME_TEXT, rival(), text(NOBODY)))
                .with("rival", rival())
                .clause("{nobody?| or {rival}}");
    }

    private Key key(String what, Supplier<Formula> formula) {
        return values.as(Term.of("league " + league.name()).sub(what).key(), formula);
    }

    @Override
    public String toString() {
        return OneLine.of(league.name(), OneLine.count(members, "company"));
    }
}
