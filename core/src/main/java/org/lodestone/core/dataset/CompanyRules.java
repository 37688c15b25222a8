package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;

/** The rule for all companies together: a symbol on an exchange is that of one company, so that its price and its shares are too. */
final class CompanyRules {

    private CompanyRules() {}

    static void check(ImmutableList<RowWithLine<Company>> companies) {
        Map<Listing, RowWithLine<Company>> seen = new HashMap<>();
        for (RowWithLine<Company> one : companies) {
            Optional.ofNullable(seen.putIfAbsent(one.row().listing(), one)).ifPresent(earlier -> refuse(one, earlier));
        }
    }

    private static void refuse(RowWithLine<Company> one, RowWithLine<Company> earlier) {
        Listing listing = one.row().listing();
        one.problem(
                "symbol",
                "'" + listing.symbol() + "' on " + listing.mic() + " is the symbol of '"
                        + earlier.row().name() + "' (" + earlier.row().id() + ", "
                        + earlier.at() + ") already, and here of '"
                        + one.row().name() + "' ("
                        + one.row().id()
                        + "). Correct the mic or the symbol of one of them, or delete one of the two.");
    }
}
