package dev.creatorledger.query.panel.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The panel's style sheet, scripts and pictures; templates know it as {@code assets}. Their addresses hold their
 * content's hash, so that browsers keep them for good and ask for what has changed.
 */
public final class Assets {

    /** Where they are found. */
    public static final String PATH = PanelSettings.PATH + "/assets/";

    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    private final ResourceUrlProvider addresses;

    /** Addresses as they are served. */
    public Assets(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    /** The address of a file. */
    public String url(String file) {
        String address = addresses.getForLookupPath(PATH + file);
        if (address == null) {
            throw new IllegalArgumentException("There is no " + file + " to serve");
        }
        return address;
    }

    /**
     * Has them served.
     *
     * @param htmx the version of htmx, as its folder is called
     * @param chart the version of Chart.js, as its folder is called
     */
    public static void serve(ResourceHandlerRegistry registry, String htmx, String chart) {
        // Before controllers: one of them answers for every path of the panel where nothing is.
        registry.setOrder(-1);
        registry.addResourceHandler(PATH + "**")
                .addResourceLocations(
                        "classpath:/panel/assets/",
                        WEBJARS + "htmx.org/" + htmx + "/dist/",
                        WEBJARS + "chart.js/" + chart + "/dist/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
