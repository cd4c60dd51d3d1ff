package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Visitor;
import java.util.List;
import org.springframework.ui.Model;

/**
 * What stands above every page of a channel: its name, its state, and the way to its other pages.
 *
 * @param channel what the channel is
 * @param tabs its pages
 */
record ChannelFrame(ChannelJson channel, List<Tab> tabs) {

    static final String CHANNELS = PanelSettings.PATH + "/channels";
    static final String CHANNEL = CHANNELS + "/{channelId}";

    private static final List<String> PAGES = List.of("overview", "income", "payouts", "statement", "members");

    /** One page; {@code creator.tab.<name>} is what it is called. */
    record Tab(String name, String href, boolean current) {}

    /** Puts it into a page's model; what the channel is, for the rest of the page. */
    static ChannelJson into(Model model, Reports reports, ChannelId channelId, String page, Visitor visitor) {
        String root = CHANNELS + '/' + channelId.value();
        List<Tab> tabs = PAGES.stream()
                .map(name -> new Tab(name, name.equals("overview") ? root : root + '/' + name, name.equals(page)))
                .toList();
        model.addAttribute("channelId", channelId.value());
        model.addAttribute("root", root);
        ChannelJson channel = reports.channel(channelId, visitor);
        model.addAttribute("top", new ChannelFrame(channel, tabs));
        return channel;
    }
}
