/**
 * Parameters that say how a reader came, never what they read. Only names that no site uses for content:
 * generic ones (`t`, `source`, `ref`, `id`, `s`, `share`) are kept, since somewhere they name the document.
 * Collected from the tools' own documentation (Google, Meta, Microsoft, Mailchimp, HubSpot, Matomo, Marketo, Adobe, Yandex, …).
 */
// biome-ignore format: a table
const TRACKING = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl', 'msclkid', 'twclid',
  'ttclid', 'li_fat_id', 'igshid', 'igsh', 'epik', 'rdt_cid', 'scid', 'sccid', 'yclid', 'ysclid', '_openstat', 'mc_cid', 'mc_eid',
  'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id',
  'ml_subscriber', 'ml_subscriber_hash', 'wickedid', 's_cid', 'ef_id', 'rb_clickid', 'irclickid', 'irgwc', '_branch_match_id',
  '_branch_referrer', 'cmpid', 'ocid', 'ncid', 'sr_share', 'share_id', 'guccounter', 'guce_referrer', 'guce_referrer_sig', 'at_medium',
  'at_campaign', 'at_campaign_type', 'at_link_id', 'at_link_origin', 'at_link_type', 'at_ptr_name', 'at_format', 'at_bbc_team',
  'ns_mchannel', 'ns_source', 'ns_campaign', 'ns_linkname', 'ns_fee', 'xtor', 'wt_mc', 'wtrid', 'spm', 'scm', 'smid', 'smtyp',
  'unlocked_article_code', 'dicbo', 'tblci', 'taboola_click_id', 'obclid', 'wprov', 'ftag', 'intcmp', 'intcid', 'mibextid', '__tn__',
  '__cft__[0]', '__xts__[0]', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'elqtrackid', 'elqtrack', 'sfmc_id', 'et_cid', 'et_rid',
  'ck_subscriber_id', 'dm_i', '_ke', '_kx', 'vgo_ee', 'bsft_clkid', 'bsft_uid', 'soc_src', 'soc_trk', 'usqp', 'amp_js_v', 'amp_gsa',
  'amp_latest_update_time', 'moderation-hash', 'unapproved',
]);
const TRACKING_PREFIX = /^(?:utm|mtm|matomo|pk|piwik|hsa|trk|__twitter)_/;

/** Names that mean a share elsewhere mean something else on other sites: these count as tracking only with the values of share buttons. */
const TRACKING_VALUES: Record<string, RegExp> = {
  cmp: /^(?:share_|twt_|fb_|oth-|ema-|soc_)\w+/i,
  ref_src: /^tws/i,
  ref_url: /^https?:/i,
};

/** Names of sessions: they change with each visit of the same page. */
const SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|oscsid|zenid)$/;
/** Forums write a session of 32 hexadecimal digits into `s` or `sid` of links that name a topic or a forum. */
const FORUM_SESSION = /^[0-9a-f]{32}$/;
const FORUM_NAMES = ['f', 't', 'p', 'tid', 'fid', 'threadid', 'topic', 'postid', 'forumid'];

/** True for a parameter that does not take part in naming the document. `all`: the parameters it stands among. */
export function isTracking(name: string, value: string, all: URLSearchParams): boolean {
  const lower = name.toLowerCase();
  if (TRACKING.has(lower) || TRACKING_PREFIX.test(lower) || SESSION.test(lower)) return true;
  if ((lower === 's' || lower === 'sid') && FORUM_SESSION.test(value)) return FORUM_NAMES.some((forum) => all.has(forum));
  return Object.hasOwn(TRACKING_VALUES, lower) && TRACKING_VALUES[lower]?.test(value) === true;
}
