package org.lodestone.core.dataset;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.WebAddress;

/**
 * Notes addresses of sources that readers elsewhere cannot open, or not for long: of staging and preview copies of a site, of a
 * house's own network, of one machine.
 */
record SourceRules(ImmutableList<RowWithLine<Source>> sources) {

    /** Names before a domain under which a site is tried out: {@code ic-staging.example.com}. */
    private static final ImmutableSet<String> TRIALS =
            ImmutableSet.of("staging", "stage", "stg", "preview", "previews", "uat", "qa", "sandbox");

    /** Hosts under which versions of a site are put up to be looked at, each under a name of its own. */
    private static final ImmutableList<String> PREVIEWS =
            ImmutableList.of("pages.dev", "vercel.app", "netlify.app", "ngrok.io", "ngrok-free.app");

    private static final Splitter LABELS = Splitter.on('.').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(CharMatcher.anyOf("-_")).omitEmptyStrings();

    void check() {
        for (RowWithLine<Source> source : sources) {
            source.row()
                    .url()
                    .map(SourceRules::host)
                    .filter(host -> !isPublic(host))
                    .ifPresent(host -> source.note(
                            "url",
                            "'" + host
                                    + "' is a host for trials or of a network of one's own, which readers of the source may"
                                    + " not reach. Give the address on the public site, and say in the citation if it was not"
                                    + " opened there; or leave it empty."));
        }
    }

    /** In small letters; empty for mail. */
    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static boolean isPublic(String host) {
        if (host.isEmpty()) {
            return true;
        }
        if (InetAddresses.isUriInetAddress(host)) {
            return isPublic(InetAddresses.forUriString(host));
        }
        List<String> labels = LABELS.splitToList(host);
        return labels.size() > 1
                && !WebAddress.isOfOnesOwn(labels)
                && PREVIEWS.stream().noneMatch(preview -> host.endsWith("." + preview))
                && beforeDomain(host).noneMatch(TRIALS::contains);
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress();
    }

    /** The words before the domain that somebody registered, without the numbers of several: {@code staging1}. */
    private static Stream<String> beforeDomain(String host) {
        if (!InternetDomainName.isValid(host)) {
            return Stream.empty();
        }
        InternetDomainName name = InternetDomainName.from(host);
        int domain = name.isUnderRegistrySuffix()
                ? name.topDomainUnderRegistrySuffix().parts().size()
                : name.parts().size();
        return name.parts().subList(0, name.parts().size() - domain).stream()
                .flatMap(WORDS::splitToStream)
                .map(CharMatcher.inRange('0', '9')::trimTrailingFrom);
    }
}
