package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.company.Stake;
import org.lodestone.core.company.StakeRegister;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;

/**
 * A stake as one source states it.
 *
 * @param used whether it is the one to calculate with: of several for one owner and one owned, the latest that is a number
 */
public record StatedStake(Stake stake, Key key, boolean used) {

    /** All stakes: those in one company together, and of these those of one owner. */
    public static ImmutableList<StatedStake> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset.stakes());
    }

    /** The same of stakes that are in no dataset. */
    public static ImmutableList<StatedStake> of(List<Stake> stakes) {
        requireNonNull(stakes, "stakes");
        List<String> owned = stakes.stream().map(Stake::owned).distinct().toList();
        List<String> owners = stakes.stream().map(Stake::owner).distinct().toList();
        ImmutableList<Stake> used = StakeRegister.latest(stakes).stakes();
        Set<Key> taken = new LinkedHashSet<>();
        return stakes.stream()
                .sorted(Comparator.comparingInt((Stake stake) -> owned.indexOf(stake.owned()))
                        .thenComparingInt(stake -> owners.indexOf(stake.owner())))
                .map(stake -> new StatedStake(stake, key(stake, taken), used.contains(stake)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The model that defines their keys. */
    public static Model model(List<StatedStake> stakes) {
        Model.Builder model = Model.builder();
        stakes.forEach(stated -> model.figure(
                stated.key(),
                Value.of(stated.stake().stake()),
                ValueUnit.PERCENT,
                AsPrinted.citation(stated.stake().citation(), "")));
        return model.build();
    }

    private static Key key(Stake stake, Set<Key> taken) {
        Optional<Period> asOf = Period.find(stake.asOf());
        Key key = Term.of("stake of " + stake.owner())
                .of(Subject.of(stake.owned()))
                .at(asOf.orElse(Period.NONE))
                .in(Case.of(asOf.isPresent() ? "" : stake.asOf()));
        return Numbered.free(key, n -> key.in(Case.of("statement " + n)), taken::add);
    }

    @Override
    public String toString() {
        return stake.toString();
    }
}
