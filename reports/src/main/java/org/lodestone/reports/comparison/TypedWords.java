package org.lodestone.reports.comparison;

import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.internal.words.CompanyNames;

/** A typed fact as a sentence says what it is of: {@code the mining quota of 2026}. */
record TypedWords(Dataset dataset, FactKey key, String edition) {

    @Override
    public String toString() {
        String named = edition.isEmpty() ? "" : " (" + dataset.editionName(edition) + ")";
        return switch (key.table()) {
            case "figure" ->
                Words.inSentence(dataset.measure(key.part(0)).name()) + " of " + key.part(1) + " "
                        + (key.part(2) + " " + key.part(3)).strip() + named;
            case "quota" ->
                "the " + key.part(1) + " quota of " + key.part(0)
                        + (key.part(4).equals("year") ? "" : ", batch " + key.part(4))
                        + (key.part(2).equals("all") ? "" : ", " + key.part(2) + " ore")
                        + (key.part(3).equals("all") ? "" : ", " + key.part(3));
            case "price" -> "the price of " + (key.part(0) + " " + key.part(2)).strip() + " " + when(1) + named;
            case "import" -> "imports of " + key.part(0) + " from " + key.part(1) + ", " + key.part(2) + ", " + when(3);
            case "export" -> "exports of " + key.part(0) + " to " + key.part(1) + ", " + key.part(2) + ", " + when(3);
            case "fact" ->
                key.part(1).replace('-', ' ') + " of " + CompanyNames.of(dataset, key.part(0)) + ", " + key.part(2);
            case "assumption" ->
                "the assumption “" + assumptionName() + "” in scenario " + key.part(1)
                        + (key.part(2).isEmpty() ? "" : ", " + key.part(2));
            case "demand" -> "demand for " + key.part(0) + ", " + key.part(1) + ", " + when(2) + ", " + key.part(3);
            case "stake" -> "the stake of " + key.part(0) + " in " + key.part(1);
            default -> key.table() + " of " + String.join(", ", key.parts()) + named;
        };
    }

    /** A period with its preposition: {@code on 2026-01-16}, {@code in 2026-01}. */
    private String when(int part) {
        boolean day = Period.find(key.part(part))
                .filter(period -> period.kind() == Period.Kind.DAY)
                .isPresent();
        return (day ? "on " : "in ") + key.part(part);
    }

    private String assumptionName() {
        return dataset.assumptions().stream()
                .filter(row -> TypedRow.isLike(row, key))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
