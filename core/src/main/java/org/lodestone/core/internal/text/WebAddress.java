package org.lodestone.core.internal.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses that a reader may safely follow: of the web without a name or a password, and of mail that fills in no more than a
 * subject. Others, such as of files and scripts, are text.
 */
public final class WebAddress {

    private static final ImmutableSet<String> WEB = ImmutableSet.of("http", "https");
    private static final String MAIL = "mailto";

    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    /**
     * The last parts of names that no public server answers to: of RFC 2606 and RFC 6762 and its appendix G, and {@code internal},
     * which ICANN has kept for private use since 2024.
     */
    private static final ImmutableSet<String> OWN = ImmutableSet.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "test",
            "example",
            "invalid");

    /** The domain of networks at home, of RFC 8375. */
    private static final ImmutableList<String> HOME = ImmutableList.of("home", "arpa");

    /** The only field of a mail that a link may fill in: others attach files or hide who gets it. */
    private static final String SUBJECT = "subject";

    /** The longest that Excel takes. */
    private static final int LONGEST = 2_000;

    private WebAddress() {}

    /** The address itself; refuses what is none, or is not safe to follow, with a remedy. */
    public static String require(String text) {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return text;
    }

    /** Whether {@code text} may be a link. */
    public static boolean isOne(String text) {
        return fault(text).isEmpty();
    }

    /**
     * Whether {@code text} is an address that whoever gets a text can follow: one of the web whose host has a name that all know. A
     * number, a name without a dot and one of a network of one's own are none.
     */
    public static boolean isPublic(String text) {
        return Optional.of(text)
                .filter(WebAddress::isOne)
                .map(address -> URI.create(address).getRawAuthority())
                .map(authority -> authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", ""))
                .map(host -> Splitter.on('.').omitEmptyStrings().splitToList(host))
                .filter(labels -> labels.size() > 1 && !DIGIT.matchesAllOf(labels.get(labels.size() - 1)))
                .filter(labels -> !isOfOnesOwn(labels))
                .isPresent();
    }

    /** Whether the parts of a name, two or more, are those of a host in a network of one's own. */
    public static boolean isOfOnesOwn(List<String> labels) {
        return OWN.contains(labels.get(labels.size() - 1))
                || labels.subList(labels.size() - 2, labels.size()).equals(HOME);
    }

    private static Optional<String> fault(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("'" + text.substring(0, 40) + "…' has " + text.length()
                    + " characters, and a link in a sheet takes " + LONGEST + ". Use a shorter address.");
        }
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (WEB.contains(scheme) && address.getRawAuthority() != null) {
                return ofWeb(address.getRawAuthority());
            }
            if (scheme.equals(MAIL) && address.getRawSchemeSpecificPart().contains("@")) {
                return ofMail(address.getRawSchemeSpecificPart());
            }
        } catch (URISyntaxException e) {
            // told below, as any other text that is no address
        }
        return Optional.of("'" + text + "' is not an address of the web. Write it as"
                + " https://example.org/page, with %20 for a blank, or leave it empty.");
    }

    private static Optional<String> ofWeb(String authority) {
        int at = authority.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : Optional.of("the address at '" + authority.substring(at + 1) + "' begins with a name or a password,"
                        + " which all who get the workbook could read. Write it without what stands before the @.");
    }

    private static Optional<String> ofMail(String mail) {
        int fields = mail.indexOf('?');
        return fields < 0
                ? Optional.empty()
                : Splitter.on('&')
                        .splitToStream(mail.substring(fields + 1))
                        .map(field -> field.replaceFirst("=.*", ""))
                        .filter(field -> !field.toLowerCase(Locale.ROOT).equals(SUBJECT))
                        .findFirst()
                        .map(field -> "'" + field + "' of '" + MAIL + ":" + mail.substring(0, fields)
                                + "' would be filled in for whoever follows it. Leave in no more than a " + SUBJECT
                                + ".");
    }
}
