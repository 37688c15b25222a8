package org.lodestone.core.valuation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;

/** The rules of a valuation, as the tables of a dataset state them; all empty where a dataset values nothing. */
public record Valuation(
        ImmutableList<Deck> decks,
        ImmutableList<Contract> contracts,
        ImmutableList<ValuedProject> projects,
        ImmutableList<ValuedOperation> operations) {

    /** The price deck of an id. */
    public Optional<Deck> deck(String id) {
        return decks.stream().filter(deck -> deck.id().equals(id)).findFirst();
    }

    /** Projects and operations, for what both have. */
    public Stream<Valued> valued() {
        return Stream.concat(
                projects.stream().map(ValuedProject::valued),
                operations.stream().map(ValuedOperation::valued));
    }

    /** The ids of those that cannot be more than the whole: stakes, tax, and shares of a price. */
    public ImmutableSet<String> partsOfAWhole() {
        return Stream.concat(
                        valued().flatMap(one -> Stream.concat(one.stake().stream(), Stream.of(one.tax()))),
                        contracts.stream()
                                .flatMap(contract -> contract.sharing().stream())
                                .map(Contract.Sharing::share))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The ids of those of which the value of each year is taken, so that one of them may have its own. */
    public ImmutableSet<String> takenByYear() {
        return Stream.concat(
                        decks.stream()
                                .flatMap(deck ->
                                        Stream.of(deck.price(), deck.premium()).flatMap(Optional::stream)),
                        operations.stream().flatMap(ValuedOperation::takenByYear))
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "valuation",
                OneLine.count(decks, "price deck"),
                OneLine.count(contracts, "contract"),
                OneLine.count(projects, "project"),
                OneLine.count(operations, "operation"));
    }
}
