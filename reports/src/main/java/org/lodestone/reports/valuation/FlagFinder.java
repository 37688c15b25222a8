package org.lodestone.reports.valuation;

import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comp.Priced;

/**
 * Finds what a reader must know before comparing a company.
 *
 * @param stated the facts, as the dataset has them
 * @param said of the company in other windows: what is the same in two is one flag; it takes what is said in this
 * @param flags those found so far
 */
record FlagFinder(
        Priced comp,
        CompFacts known,
        Values stated,
        Map<Formula, CompFlag> said,
        Model.Builder model,
        List<CompFlag> flags) {

    /** A published market value that differs by more is told: of the same shares it would differ by rounding. */
    private static final double PUBLISHED_APART = 0.02;

    private static final Term FLAG = Term.of("comps").sub("flag");

    /** A number of the row, as a reader calls it. */
    private record Part(String name, StatedFact stated) {}

    ImmutableList<CompFlag> find() {
        List<Part> parts = parts();
        datesApart(parts);
        noDate(parts);
        comp.published().ifPresent(this::publishedApart);
        known.raised().forEach(this::raisedSince);
        comp.bridge().outside().forEach(this::outside);
        secondary(parts);
        return ImmutableList.copyOf(flags);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        comp.price().stated().ifPresent(one -> parts.add(new Part("price", one)));
        comp.price().shares().ifPresent(one -> parts.add(new Part("shares", one)));
        comp.bridge().parts().forEach(one -> parts.add(new Part("balance sheet", one)));
        comp.netProfit().ifPresent(one -> parts.add(new Part("net profit", one)));
        comp.ebitda().ifPresent(one -> parts.add(new Part("EBITDA", one)));
        comp.forwardPe().ifPresent(one -> parts.add(new Part("forward P/E", one)));
        return parts;
    }

    private void datesApart(List<Part> parts) {
        List<Part> dated = parts.stream()
                .filter(part -> part.stated().period().isPresent())
                .toList();
        Comparator<Part> byDay = Comparator.comparing(this::day);
        Optional<Part> first = dated.stream().min(byDay);
        Optional<Part> last = dated.stream().max(byDay);
        if (first.isPresent() && Comps.areFarApart(day(first.get()), day(last.orElseThrow()))) {
            add(
                    CompFlag.Kind.DATES_APART,
                    text(name() + ": " + first.get().name() + " of " + day(first.get()) + " beside "
                            + last.get().name() + " of " + day(last.get()) + "."));
        }
    }

    private LocalDate day(Part part) {
        return known.end(part.stated());
    }

    private void noDate(List<Part> parts) {
        parts.stream()
                .filter(part -> part.stated().period().isEmpty())
                .forEach(part -> add(
                        CompFlag.Kind.NO_DATE,
                        text(name() + ": the day of " + part.name() + " is not known ("
                                + part.stated().fact().period() + ").")));
    }

    /** A published value may rest on another number of shares; price times shares is the one that follows a price that is typed. */
    private void publishedApart(StatedFact published) {
        comp.price().shares().ifPresent(shares -> {
            Formula own = comp.price().price().times(shares.inMillions());
            double theirs = number(published.inMillions());
            if (Math.abs(number(own) - theirs) > PUBLISHED_APART * theirs) {
                add(
                        CompFlag.Kind.PUBLISHED_APART,
                        ofAmount(published)
                                .with("own", own)
                                .say(
                                        "{company}: price times shares gives {currency} [{own:0} mn|an amount that is not known], where"
                                                + " [{currency} {millions:0} mn|an amount that is not known] is published for the day."));
            }
        });
    }

    private double number(Formula amount) {
        return stated.of(amount).number().orElse(Double.NaN);
    }

    /** New shares are missing where the number of shares is older; their cash is a line of the bridge. */
    private void raisedSince(StatedFact raise) {
        LocalDate day = known.end(raise);
        if (comp.price().shares().filter(one -> isBefore(one, day)).isPresent()) {
            add(
                    CompFlag.Kind.RAISED_SINCE,
                    ofAmount(raise)
                            .say(
                                    "{company} raised [{currency} {millions:0} mn|an amount that is not known] ({period}), which its number"
                                            + " of shares may not show yet."));
        }
    }

    /** Whether it is of an earlier day, or of one that is not known. */
    private boolean isBefore(StatedFact stated, LocalDate day) {
        return stated.period().isEmpty() || known.end(stated).isBefore(day);
    }

    private void outside(StatedFact claim) {
        add(
                CompFlag.Kind.CLAIM_OUTSIDE,
                ofAmount(claim)
                        .with("what", claim.fact().fact().replace('-', ' '))
                        .say(
                                "{company}: {what} of [{currency} {millions:0} mn|an amount that is not known] ({period}) is not in its"
                                        + " enterprise value."));
    }

    private void secondary(List<Part> parts) {
        List<String> names = parts.stream()
                .filter(part -> part.stated().fact().citation().isSecondary())
                .map(Part::name)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            add(CompFlag.Kind.SECONDARY, text(name() + ": " + Words.listed(names) + " by a secondary source."));
        }
    }

    /** {@code USD 400 mn (2025-07)}. */
    private Wording ofAmount(StatedFact stated) {
        return words().with("company", name())
                .with("currency", stated.fact().unit().basis())
                .with("millions", stated.inMillions())
                .with("period", stated.fact().period());
    }

    private String name() {
        return comp.price().company().name();
    }

    private void add(CompFlag.Kind kind, Formula words) {
        flags.add(said.computeIfAbsent(words, sentence -> {
            long same =
                    said.values().stream().filter(flag -> flag.kind() == kind).count();
            Term term = FLAG.sub(kind.toString());
            return new CompFlag(
                    kind,
                    model.calculation(
                            (same == 0 ? term : term.sub(Long.toString(same + 1)))
                                    .of(Subject.of(comp.price().company().id())),
                            sentence));
        }));
    }
}
