package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What holds for every page: wide, narrow, light and dark, with a picture of each. */
final class EveryScreen {

    private EveryScreen() {}

    /** Fails where a page is poor on some screen, or a word is missing. */
    static void shows(Browser browser, String path, String name) {
        browser.of(Browser.WIDE).dark(false).open(path);
        assertThat(browser.all("main h1")).as(path).hasSize(1);
        assertThat(browser.text("main")).as(path).doesNotContain("??");
        browser.assertThatEverybodyCanUseIt();
        browser.assertThatThePageFits();
        browser.screenshot(name);
        browser.of(Browser.NARROW).assertThatThePageFits();
        browser.screenshot(name + "-narrow");
        browser.of(Browser.WIDE).dark(true).assertThatEverybodyCanUseIt();
        browser.screenshot(name + "-dark");
        browser.dark(false);
    }

    /** A file, as somebody who is signed in gets it. */
    static String file(Browser browser, String address) {
        // Encoded on its way: what carries it would make one kind of line end of another.
        Object text = browser.script(
                "return fetch(arguments[0]).then(answer => answer.text()).then(encodeURIComponent)", address);
        return URLDecoder.decode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
