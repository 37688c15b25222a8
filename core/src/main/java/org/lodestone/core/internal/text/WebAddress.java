package org.lodestone.core.internal.text;

import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses that a reader may safely follow: of the web, and of mail. Others, such as of files and scripts, are text. */
public final class WebAddress {

    private static final ImmutableSet<String> WEB = ImmutableSet.of("http", "https");

    /** The longest that Excel takes. */
    private static final int LONGEST = 2_000;

    private WebAddress() {}

    /** The address itself; refuses what is none, with a remedy. */
    public static String require(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("'" + text.substring(0, 40) + "…' has " + text.length()
                    + " characters, and a link in a sheet takes " + LONGEST + ". Use a shorter address.");
        }
        if (!isOne(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an address of the web. Write it as"
                    + " https://example.org/page, with %20 for a blank, or leave it empty.");
        }
        return text;
    }

    /** Whether {@code text} may be a link. */
    public static boolean isOne(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return text.length() <= LONGEST
                    && (WEB.contains(scheme)
                            ? address.getRawAuthority() != null
                            : scheme.equals("mailto")
                                    && address.getRawSchemeSpecificPart().contains("@"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
