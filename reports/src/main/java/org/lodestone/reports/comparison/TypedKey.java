package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.CellType;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.Table.TypedForm;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.time.Period;

/**
 * A key as it was typed, understood: of a fact that is there, or of one that could be.
 *
 * <p>The parts are written in the order of the table's grammar. Fewer will do where they name one fact only. Names are
 * compared without regard to capitals; a place may be written as any of its names, and a company by its name.
 *
 * @param edition the edition that was asked for after {@code @}
 * @param facts what the dataset says under the key, in every edition
 */
record TypedKey(TypedForm<?> form, FactKey key, Optional<String> edition, ImmutableList<Fact> facts) {

    private static final int MOST_LISTED = 12;
    private static final String WHOLE_YEAR = "year";

    static TypedKey parse(String typed, Dataset dataset) {
        List<String> pieces = Splitter.on('/').trimResults().splitToList(typed.strip());
        TypedForm<?> form = WhatIf.form(pieces.get(0), dataset);
        return new Search(typed, form, dataset, WhatIf.facts(form, dataset)).find(pieces.subList(1, pieces.size()));
    }

    boolean isOf(Table<?> table) {
        return form.table() == table;
    }

    /** The period that it is the amount of; empty for a price, an assumption or a stake, which are none. */
    Optional<Period> period() {
        if (isOf(DatasetTables.PRICES) || isOf(DatasetTables.ASSUMPTIONS) || isOf(DatasetTables.STAKES)) {
            return Optional.empty();
        }
        return IntStream.range(0, key.parts().size())
                .filter(index -> form.columns().get(index).cell().kind() == CellType.Kind.PERIOD)
                .mapToObj(index -> Period.find(key.part(index)).orElse(Period.NONE))
                .findFirst();
    }

    /** Looks for the fact that is meant. */
    private record Search(String typed, TypedForm<?> form, Dataset dataset, ImmutableList<Fact> facts) {

        TypedKey find(List<String> typedPieces) {
            if (typedPieces.isEmpty() || typedPieces.stream().allMatch(String::isEmpty)) {
                throw new IllegalArgumentException(
                        "'" + typed + "' names no fact. Write " + form.grammar() + ", as in " + form.example() + ".");
            }
            List<String> pieces = new ArrayList<>(typedPieces);
            Optional<String> edition = takeEdition(pieces);
            List<String> spelled = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                boolean ofCompany =
                        i < form.columns().size() && refersTo(form.columns().get(i), DatasetTables.COMPANIES);
                spelled.add(ofCompany ? company(pieces.get(i)) : spelled(pieces.get(i)));
            }
            if (form.table() == DatasetTables.QUOTAS && spelled.size() == form.needed()) {
                spelled.add(WHOLE_YEAR);
            }
            FactKey exact = new FactKey(form.name(), ImmutableList.copyOf(spelled));
            FactKey key = Optional.of(exact)
                    .filter(one -> facts.stream().anyMatch(fact -> fact.key().equals(one)))
                    .or(() -> onlyOneWith(spelled))
                    .orElseGet(() -> fresh(spelled));
            return new TypedKey(
                    form,
                    key,
                    edition,
                    facts.stream().filter(fact -> fact.key().equals(key)).collect(toImmutableList()));
        }

        /** The edition at the end of the last piece, if that is one. */
        private Optional<String> takeEdition(List<String> pieces) {
            String last = pieces.get(pieces.size() - 1);
            int at = last.lastIndexOf('@');
            if (at < 0) {
                return Optional.empty();
            }
            String edition = last.substring(at + 1);
            if (!dataset.editions().containsKey(edition)) {
                throw UnknownIdException.of(
                        edition,
                        "an edition of " + dataset.name(),
                        dataset.editions().keySet(),
                        "Leave out @" + edition + ".");
            }
            pieces.set(pieces.size() - 1, last.substring(0, at));
            return Optional.of(edition);
        }

        /** The id of the one company of an id or name, or else the piece as it is. Throws where several have the name. */
        private String company(String piece) {
            List<String> named = dataset.companies().values().stream()
                    .filter(company -> company.name().equalsIgnoreCase(piece)
                            || company.id().equalsIgnoreCase(piece))
                    .map(Company::id)
                    .toList();
            if (named.size() > 1) {
                throw new IllegalArgumentException("'" + piece + "' is the name of " + named.size()
                        + " companies. Name one by its id: " + String.join(", ", named) + ".");
            }
            return named.isEmpty() ? piece : named.get(0);
        }

        /** A piece as the dataset writes it, where it is another name of something there. */
        private String spelled(String piece) {
            return facts.stream()
                    .flatMap(fact -> fact.key().parts().stream())
                    .filter(piece::equalsIgnoreCase)
                    .findFirst()
                    .or(() -> Place.find(piece).map(Place::name))
                    .orElseGet(() -> company(piece));
        }

        /** The one fact whose key has all the pieces. Of a quota a batch that is not named is the whole year, not any. */
        private Optional<FactKey> onlyOneWith(List<String> pieces) {
            List<FactKey> with = facts.stream()
                    .map(Fact::key)
                    .distinct()
                    .filter(key -> key.parts().containsAll(pieces))
                    .toList();
            if (with.size() > 1 && pieces.size() < form.needed()) {
                throw new IllegalArgumentException("'" + typed + "' could be any of " + with.size() + " facts: "
                        + with.stream()
                                .limit(MOST_LISTED)
                                .map(FactKey::toString)
                                .collect(Collectors.joining("; "))
                        + (with.size() > MOST_LISTED ? "; …" : "") + ". Name one.");
            }
            return with.size() == 1 ? Optional.of(with.get(0)) : Optional.empty();
        }

        /** A key that has no fact yet, each of its parts something the dataset knows. */
        private FactKey fresh(List<String> pieces) {
            if (pieces.size() < form.needed()) {
                throw tooFew(pieces);
            }
            if (pieces.size() > form.columns().size()) {
                throw new IllegalArgumentException("'" + typed + "' has more parts than " + form.grammar() + ".");
            }
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                parts.add(checked(i, pieces.get(i)));
            }
            return new FactKey(form.name(), ImmutableList.copyOf(parts));
        }

        private IllegalArgumentException tooFew(List<String> pieces) {
            List<String> all = facts.stream()
                    .flatMap(fact -> fact.key().parts().stream())
                    .distinct()
                    .toList();
            String unknown = pieces.stream()
                    .filter(piece -> !all.contains(piece))
                    .findFirst()
                    .map(piece -> "'" + piece + "' is in no key of the table " + form.name() + ". "
                            + (Nearest.remedy(piece, all, "") + " ").stripLeading())
                    .orElse("");
            return new IllegalArgumentException(unknown + "'" + typed + "' names no fact. Write " + form.grammar()
                    + ", as in " + form.example() + ".");
        }

        private String checked(int index, String piece) {
            Column<?, ?> part = form.columns().get(index);
            if (form.open().contains(part)) {
                return piece;
            }
            return switch (part.cell().kind()) {
                case PLACE -> Place.parse(piece).name();
                case PERIOD ->
                    namesOf(index).anyMatch(piece::equals)
                            ? piece
                            : Period.parse(piece).toString();
                case UNIT, OTHER -> named(index, part, piece);
            };
        }

        private String named(int index, Column<?, ?> part, String piece) {
            List<String> names =
                    Stream.concat(namesOf(index), alsoNamed(part)).distinct().toList();
            if (!names.contains(piece) && !piece.isEmpty()) {
                throw UnknownIdException.of(
                        piece,
                        "a " + part.inWords() + " of the table " + form.name() + " in " + dataset.name(),
                        names,
                        "See 'lodestone compare " + dataset.name() + " --keys " + form.name() + "' for those it has.");
            }
            return piece;
        }

        private Stream<String> namesOf(int index) {
            return facts.stream().map(fact -> fact.key().part(index)).filter(name -> !name.isEmpty());
        }

        /** Names that no fact has yet, but the dataset knows. */
        private Stream<String> alsoNamed(Column<?, ?> part) {
            boolean ofHolder =
                    form.table() == DatasetTables.QUOTAS && part.name().equals("holder");
            Stream<String> ids =
                    part.cell().refersTo().stream().flatMap(referred -> dataset.byId(referred).keySet().stream());
            return Stream.of(
                            ids,
                            part.cell().words().stream(),
                            ofHolder ? dataset.companies().keySet().stream() : Stream.<String>empty())
                    .flatMap(names -> names);
        }

        private static boolean refersTo(Column<?, ?> part, Table<?> other) {
            return part.cell().refersTo().filter(other::equals).isPresent();
        }
    }
}
