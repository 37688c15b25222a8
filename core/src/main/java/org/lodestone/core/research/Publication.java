package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;

/**
 * Under which name, and with which standing words, research on a dataset is published.
 *
 * @param title what stands above every page: {@code Rare earths | Supply}
 * @param author who signs it; empty where nobody is named
 * @param house who publishes it
 * @param disclaimer what readers must be told
 * @param language the code of the language it is written in
 * @param lead id of the conclusion that leads the title of the front page; empty where the finding does that weighs most
 * @param leadPrice the product, {@code Spodumene concentrate}, or product and grade whose price leads the page on the market; empty where
 *     the price does that is quoted most
 */
public record Publication(
        String title, String author, String house, String disclaimer, String language, String lead, String leadPrice) {

    private static final String LODESTONE = "Lodestone";
    private static final String NO_ADVICE =
            "Not investment advice: the pack gives no rating, target price or recommendation.";
    private static final String ENGLISH = "en";
    private static final ImmutableList<String> LANGUAGES = ImmutableList.of(ENGLISH);

    /** Throws where it is in a language that packs are not written in. */
    public Publication {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "'" + language + "' is not a language in which packs are written. Use one of: "
                            + String.join(", ", LANGUAGES) + "; or leave it out.");
        }
    }

    /** A publication of Lodestone itself: no author, and no advice. */
    public static Publication of(String title) {
        return new Publication(title, "", LODESTONE, NO_ADVICE, ENGLISH, "", "");
    }

    /** This publication with another title above its pages. */
    public Publication withTitle(String other) {
        return new Publication(other, author, house, disclaimer, language, lead, leadPrice);
    }

    /** This publication signed by another author; empty where nobody is named. */
    public Publication withAuthor(String other) {
        return new Publication(title, other, house, disclaimer, language, lead, leadPrice);
    }

    /** This publication from another house. */
    public Publication withHouse(String other) {
        return new Publication(title, author, other, disclaimer, language, lead, leadPrice);
    }

    /** This publication with another disclaimer. */
    public Publication withDisclaimer(String other) {
        return new Publication(title, author, house, other, language, lead, leadPrice);
    }

    /** This publication in another language, by its code. Throws if packs are not written in it. */
    public Publication withLanguage(String other) {
        return new Publication(title, author, house, disclaimer, other, lead, leadPrice);
    }

    /** This publication with another conclusion leading its title, by its id; empty where the finding leads that weighs most. */
    public Publication withLead(String other) {
        return new Publication(title, author, house, disclaimer, language, other, leadPrice);
    }

    /** This publication with another price leading the page on the market, by its product, or product and grade. */
    public Publication withLeadPrice(String other) {
        return new Publication(title, author, house, disclaimer, language, lead, other);
    }

    @Override
    public String toString() {
        return OneLine.joined(title, author, house);
    }
}
